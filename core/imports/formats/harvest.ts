/**
 * The detailed time report of Harvest as CSV: a day and hours, and times of day only where the account
 * tracks them.
 */
import type { ImportFormat } from '../format.ts';
import { readSpan } from '../span.ts';

export const harvest: ImportFormat = {
  name: 'harvest',
  columns: {
    first_name: 'First Name',
    last_name: 'Last Name',
    client: 'Client',
    project: 'Project',
    task: 'Task',
    description: 'Notes',
    billable: 'Billable?',
    start_date: 'Date',
    start_time: 'Started At',
    end_time: 'Ended At',
    hours: 'Hours',
  },
  required: ['start_date', 'hours', 'first_name'],
  dates: ['start_date'],
  detect: (headers) => ['date', 'hours', 'notes', 'first name'].every((name) => headers.has(name)),
  readRow: (row) => {
    const seconds = row.hours('hours');
    if (seconds === undefined) row.refuse('hours', 'required', 'The cell is empty.');
    const is_day_only = row.cell('start_time').trim() === '';
    const start = is_day_only ? row.day('start_date') : row.wallTime('start_date', 'start_time');
    return { ...row.subject(), ...readSpan(row, { start, seconds }), is_day_only };
  },
};
