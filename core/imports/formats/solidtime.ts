/** The detailed report of solidtime as CSV. Its times have no zone. */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const solidtime: ImportFormat = {
  name: 'solidtime',
  columns: {
    user_name: 'User',
    client: 'Client',
    project: 'Project',
    task: 'Task',
    description: 'Description',
    billable: 'Billable',
    start: 'Start',
    end: 'End',
    duration: 'Duration',
    tags: 'Tags',
  },
  required: ['start', 'end'],
  dates: ['start', 'end'],
  detect: (headers) =>
    ['user', 'start', 'end', 'duration (decimal)'].every((name) => headers.has(name)),
  readRow: (row) => ({
    ...row.subject(),
    ...readSpan(row, {
      start: row.instant('start'),
      end: row.instant('end', 'optional'),
      seconds: row.duration('duration'),
    }),
  }),
};
