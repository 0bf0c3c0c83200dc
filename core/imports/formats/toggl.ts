/** The detailed report of Toggl Track as CSV. Amounts are ignored: Stint has rates of its own. */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const toggl: ImportFormat = {
  name: 'toggl',
  columns: {
    user_name: 'User',
    user_email: 'Email',
    client: 'Client',
    project: 'Project',
    task: 'Task',
    description: 'Description',
    billable: 'Billable',
    start_date: 'Start date',
    start_time: 'Start time',
    end_date: 'End date',
    end_time: 'End time',
    duration: 'Duration',
    tags: 'Tags',
  },
  required: ['start_date', 'start_time', 'duration'],
  dates: ['start_date', 'end_date'],
  detect: (headers) => ['start date', 'start time', 'duration'].every((name) => headers.has(name)),
  readRow: (row) => ({
    ...row.subject(),
    ...readSpan(row, {
      start: row.wallTime('start_date', 'start_time'),
      end: row.wallTime('end_date', 'end_time', 'optional'),
      seconds: row.duration('duration'),
    }),
  }),
};
