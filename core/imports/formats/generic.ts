/** Stint's own plain CSV, for files made by a script or in a spreadsheet: `docs/api/imports.md`. */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const generic: ImportFormat = {
  name: 'generic',
  columns: {
    description: 'description',
    billable: 'billable',
    client: 'client',
    project: 'project',
    tags: 'tags',
    start: 'start',
    end: 'end',
    duration: 'duration',
    task: 'task',
    user_name: 'user_name',
    user_email: 'user_email',
  },
  required: ['start'],
  dates: ['start', 'end'],
  detect: (headers) => headers.has('start') && (headers.has('end') || headers.has('duration')),
  readRow: (row) => ({
    ...row.subject(),
    ...readSpan(row, {
      start: row.instant('start'),
      end: row.instant('end', 'optional'),
      seconds: row.duration('duration'),
    }),
  }),
};
