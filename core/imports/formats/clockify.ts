/** The detailed report of Clockify as CSV. Amounts are ignored: Stint has rates of its own. */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const clockify: ImportFormat = {
  name: 'clockify',
  columns: {
    user_name: 'User',
    user_email: 'Email',
    client: 'Client',
    project: 'Project',
    // Workspaces may call tasks something else.
    task: ['Task', 'Activity'],
    description: 'Description',
    billable: 'Billable',
    start_date: 'Start Date',
    start_time: 'Start Time',
    end_date: 'End Date',
    end_time: 'End Time',
    duration: 'Duration (h)',
    tags: 'Tags',
  },
  required: ['start_date', 'start_time', 'duration'],
  dates: ['start_date', 'end_date'],
  detect: (headers) =>
    ['start date', 'start time', 'duration (h)'].every((name) => headers.has(name)),
  readRow: (row) => ({
    ...row.subject(),
    ...readSpan(row, {
      start: row.wallTime('start_date', 'start_time'),
      end: row.wallTime('end_date', 'end_time', 'optional'),
      seconds: row.duration('duration'),
    }),
  }),
};
