/**
 * A week as a table: one row for each combination of project, task, tags and whether it is billed, one
 * column for each day. An entry belongs to the day on which it starts. Plain data.
 */
import { dayOf } from '../../data/calendar-days.ts';
import type { TimeEntry } from '../../data/wire.ts';

/** What all entries of a row have in common. */
export interface RowSubject {
  project_id: number | null;
  task_id: number | null;
  tag_ids: number[];
  billable: boolean;
}

export interface Cell {
  day: string;
  /** In the order in which they were worked on. */
  entries: TimeEntry[];
}

export interface Row {
  key: string;
  subject: RowSubject;
  cells: Cell[];
}

export function subjectOf({ project_id, task_id, tag_ids, billable }: TimeEntry): RowSubject {
  return { project_id, task_id, tag_ids, billable };
}

/** The same for the same subject, in whatever order its tags come. */
export function keyOf({ project_id, task_id, tag_ids, billable }: RowSubject): string {
  const tags = tag_ids.toSorted((a, b) => a - b).join('+');
  return [project_id ?? '', task_id ?? '', tags, billable ? 'billable' : ''].join('/');
}

/** The rows of `subjects` in their order, each with the entries that belong to it. */
export function fillRows(subjects: RowSubject[], entries: TimeEntry[], days: string[]): Row[] {
  const cells = new Map<string, TimeEntry[]>();
  const earliest = entries.toSorted((a, b) => Date.parse(a.start_time) - Date.parse(b.start_time));
  for (const entry of earliest) {
    const at = `${keyOf(subjectOf(entry))} ${dayOf(entry.start_time)}`;
    cells.set(at, [...(cells.get(at) ?? []), entry]);
  }
  return subjects.map((subject) => {
    const key = keyOf(subject);
    return {
      key,
      subject,
      cells: days.map((day) => ({ day, entries: cells.get(`${key} ${day}`) ?? [] })),
    };
  });
}
