/**
 * The export of a whole organization of solidtime: a ZIP archive of tables that refer to each other by
 * id. `solidtime-tables.ts` reads it as one table with the names of Stint's plain CSV; a row without a
 * start is a project or a task.
 */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const solidtimeArchive: ImportFormat = {
  name: 'solidtime_archive',
  columns: {
    description: 'description',
    billable: 'billable',
    client: 'client',
    project: 'project',
    task: 'task',
    tags: 'tags',
    start: 'start',
    end: 'end',
    user_name: 'user_name',
    user_email: 'user_email',
    archived: 'project.archived_at',
    rate: 'project.billable_rate',
    color: 'project.color',
  },
  required: ['start', 'archived'],
  dates: [],
  detect: (headers) => headers.has('project.archived_at'),
  readRow: (row) => {
    const subject = row.subject();
    if (row.cell('start') !== '') {
      const span = { start: row.instant('start'), end: row.instant('end', 'optional') };
      return { ...subject, ...readSpan(row, span) };
    }
    const color = row.cell('color').trim();
    const project_facts = {
      billable: subject.billable,
      hourly_rate: row.amount('rate'),
      is_archived: row.cell('archived').trim() !== '',
      ...(/^#[0-9a-f]{6}$/i.test(color) && { color }),
    };
    return { ...subject, project_facts, start: null, end: null };
  },
};
