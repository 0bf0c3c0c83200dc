/** Codes of reports: a range or a grouping that cannot be answered. */
import createError from '@fastify/error';

export const ERR_REPORT_RANGE_REVERSED = createError<[string, string]>(
  'STINT_ERR_REPORT_RANGE_REVERSED',
  'The range ends on %s, before it starts on %s.',
  400,
);
export const ERR_REPORT_RANGE_TOO_LONG = createError<[number, number]>(
  'STINT_ERR_REPORT_RANGE_TOO_LONG',
  'The range spans %d days; a report covers %d at most.',
  400,
);
export const ERR_REPORT_DIMENSION_UNKNOWN = createError<[string, string]>(
  'STINT_ERR_REPORT_DIMENSION_UNKNOWN',
  'A report cannot be grouped by %s: use one or two of %s.',
  400,
);
export const ERR_REPORT_DIMENSION_COUNT = createError<[string]>(
  'STINT_ERR_REPORT_DIMENSION_COUNT',
  'A report is grouped by one or two different dimensions, not by %s.',
  400,
);
export const ERR_EXPORT_TOO_LARGE = createError<[number, string]>(
  'STINT_ERR_EXPORT_TOO_LARGE',
  'The report has more than %d lines, which is too many for %s: narrow it, or take CSV or JSON, which have no limit.',
  422,
);
export const ERR_REPORT_TOO_LARGE = createError<[number]>(
  'STINT_ERR_REPORT_TOO_LARGE',
  'This summary has more than %d groups: narrow it, or fetch /api/v1/reports/summary.csv, which streams.',
  422,
);
