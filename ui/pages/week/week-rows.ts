/**
 * The rows of somebody's week. They stay in their order, and where they are, while the week is shown:
 * emptying a cell takes no row away. What was added and is still empty is kept by this browser.
 */
import type { Project, TimeEntry } from '../../data/wire.ts';
import { keyOf, type RowSubject, subjectOf } from './grid.ts';
import { keepRows, keptRows } from './kept-rows.ts';

export class WeekRows {
  private week = '';
  private subjects = new Map<string, RowSubject>();

  /** @param week of whom, and from which day @returns whether it is another than before */
  turnTo(week: string): boolean {
    if (week === this.week) return false;
    this.week = week;
    this.subjects = new Map();
    return true;
  }

  /** Takes the rows of entries that were read. */
  learn(entries: TimeEntry[], projects: Project[]): void {
    const read = entries.map(subjectOf);
    if (this.subjects.size > 0) {
      this.put(read);
      return;
    }
    this.put(inOrder(read, projects));
    this.put(keptRows(this.week));
  }

  get all(): RowSubject[] {
    return Array.from(this.subjects.values());
  }

  indexOf(subject: RowSubject | undefined): number {
    return subject ? Array.from(this.subjects.keys()).indexOf(keyOf(subject)) : -1;
  }

  /** @returns the number of the first that is new; nothing when all were there */
  add(subjects: RowSubject[]): number | undefined {
    const first = this.subjects.size;
    this.put(subjects);
    this.keep([...keptRows(this.week), ...subjects]);
    return this.subjects.size > first ? first : undefined;
  }

  remove(key: string): void {
    this.subjects.delete(key);
    this.keep(keptRows(this.week).filter((subject) => keyOf(subject) !== key));
  }

  private put(subjects: RowSubject[]): void {
    for (const subject of subjects) {
      const key = keyOf(subject);
      if (!this.subjects.has(key)) this.subjects.set(key, subject);
    }
  }

  private keep(subjects: RowSubject[]): void {
    const each = new Map(subjects.map((subject) => [keyOf(subject), subject]));
    keepRows(this.week, Array.from(each.values()));
  }
}

/** By the names of their projects; those without one come last. */
export function inOrder(subjects: RowSubject[], projects: Project[]): RowSubject[] {
  const names = new Map(projects.map(({ id, name }) => [id, name]));
  const nameOf = ({ project_id }: RowSubject) => names.get(project_id ?? 0);
  return subjects.toSorted((a, b) => {
    const [one, other] = [nameOf(a), nameOf(b)];
    if (one === undefined || other === undefined) return Number(!one) - Number(!other);
    return one.localeCompare(other) || (a.task_id ?? 0) - (b.task_id ?? 0);
  });
}
