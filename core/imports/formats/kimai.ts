/**
 * The export of Kimai as CSV, in English. A day, a start and an end without a date: an end before the
 * start is on the next day. Kimai's activities are tasks here.
 */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

const DAY_SECONDS = 86_400;

export const kimai: ImportFormat = {
  name: 'kimai',
  columns: {
    user_name: ['User', 'Name'],
    user_email: ['Email', 'E-mail'],
    client: 'Customer',
    project: 'Project',
    task: 'Activity',
    description: 'Description',
    billable: 'Billable',
    start_date: 'Date',
    start_time: ['From', 'Begin', 'In'],
    end_time: ['To', 'End', 'Out'],
    duration: 'Duration',
    tags: 'Tags',
  },
  required: ['start_date', 'start_time', 'client', 'task'],
  dates: ['start_date'],
  detect: (headers) =>
    ['date', 'customer', 'activity', 'duration'].every((name) => headers.has(name)),
  readRow: (row) => {
    const start = row.wallTime('start_date', 'start_time');
    const seconds = row.cell('duration').includes(':')
      ? row.duration('duration')
      : row.hours('duration');
    const isLong = seconds !== undefined && seconds >= DAY_SECONDS;
    const end = isLong ? undefined : row.wallTimeAfter(start, 'start_date', 'end_time');
    return { ...row.subject(), ...readSpan(row, { start, end, seconds }) };
  },
};
