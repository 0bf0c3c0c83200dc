/** The list of projects of Clockify as CSV: projects, clients and tasks, and no time. */
import type { ImportFormat } from '../format.ts';

export const clockifyProjects: ImportFormat = {
  name: 'clockify_projects',
  columns: {
    client: 'Client',
    project: 'Project',
    tasks: 'Task',
    archived: 'Status',
    billable: 'Billability',
    // The currency of the workspace stands in the header.
    rate: [/^billable rate( \([a-z]{3}\))?$/],
    estimate: 'Estimated (h)',
  },
  required: ['project', 'archived', 'billable'],
  dates: [],
  detect: (headers) => ['project', 'status', 'billability'].every((name) => headers.has(name)),
  readRow: (row) => {
    const subject = row.subject();
    if (subject.project === '') row.refuse('project', 'required', 'The cell is empty.');
    const project_facts = {
      billable: subject.billable,
      hourly_rate: row.amount('rate'),
      estimate_seconds: row.hours('estimate') ?? null,
      is_archived: row.cell('archived').trim().toLowerCase() === 'archived',
    };
    const tasks = row.tags('tasks');
    return (tasks.length > 0 ? tasks : ['']).map((task) => ({
      ...subject,
      task,
      project_facts,
      start: null,
      end: null,
    }));
  },
};
