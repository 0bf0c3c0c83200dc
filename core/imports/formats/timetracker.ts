/** The export of time entries of TimeTracker as CSV: hours as decimals, rounded, so that start and end count. */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const timetracker: ImportFormat = {
  name: 'timetracker',
  columns: {
    user_name: 'User',
    client: 'Client',
    project: 'Project',
    task: 'Task',
    description: 'Notes',
    billable: 'Billable',
    start: 'Start Time',
    end: 'End Time',
    tags: 'Tags',
  },
  required: ['start', 'end'],
  dates: ['start', 'end'],
  blank: 'N/A',
  detect: (headers) =>
    ['start time', 'end time', 'duration (hours)', 'notes'].every((name) => headers.has(name)),
  readRow: (row) => ({
    ...row.subject(),
    ...readSpan(row, { start: row.instant('start'), end: row.instant('end', 'optional') }),
  }),
};
