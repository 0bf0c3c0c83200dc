/** Codes of imports that fail as a whole. What is wrong with a single row stands in the report: `faults.ts`. */
import createError from '@fastify/error';

export const ERR_IMPORT_EMPTY = createError(
  'STINT_ERR_IMPORT_EMPTY',
  'The file is empty: send a CSV file with a header row as the body (curl --data-binary @file.csv).',
  422,
);
export const ERR_IMPORT_ENCODING = createError<[number]>(
  'STINT_ERR_IMPORT_ENCODING',
  'The file is neither UTF-8 nor UTF-16 with a byte order mark (first seen in line %d): save it as UTF-8.',
  422,
);
export const ERR_IMPORT_FORMAT_UNKNOWN = createError<[string, string]>(
  'STINT_ERR_IMPORT_FORMAT_UNKNOWN',
  'The header row (%s) is of no known format: %s.',
  422,
);
export const ERR_IMPORT_COLUMN_MISSING = createError<[string, string, string]>(
  'STINT_ERR_IMPORT_COLUMN_MISSING',
  'A file of the format %s needs the column %s; the header row has %s.',
  422,
);
export const ERR_IMPORT_COLUMN_TWICE = createError<[string]>(
  'STINT_ERR_IMPORT_COLUMN_TWICE',
  'The column %s stands in the header row more than once.',
  422,
);
export const ERR_IMPORT_DATE_AMBIGUOUS = createError<[string]>(
  'STINT_ERR_IMPORT_DATE_AMBIGUOUS',
  'Dates such as %s can be read in more than one way: say date_format=MDY, DMY or YMD.',
  422,
);
export const ERR_IMPORT_MAPPING_INVALID = createError<[string, string]>(
  'STINT_ERR_IMPORT_MAPPING_INVALID',
  'map_user %s %s.',
  422,
);
export const ERR_IMPORT_USER_UNKNOWN = createError<[string]>(
  'STINT_ERR_IMPORT_USER_UNKNOWN',
  'No user has the email address %s.',
  422,
);
export const ERR_IMPORT_FOR_OTHERS = createError<[string]>(
  'STINT_ERR_IMPORT_FOR_OTHERS',
  '%s is not your email address: only an administrator imports for others.',
  403,
);
export const ERR_IMPORT_BUSY = createError(
  'STINT_ERR_IMPORT_BUSY',
  'Too many imports are running: nothing was imported. Try again.',
  503,
);
export const ERR_IMPORT_COMMAND = createError<[string]>('STINT_ERR_IMPORT_COMMAND', '%s', 500);
export const ERR_IMPORT_ARCHIVE = createError<[string]>(
  'STINT_ERR_IMPORT_ARCHIVE',
  'The archive cannot be read: %s.',
  422,
);
