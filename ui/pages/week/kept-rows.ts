/** Rows that somebody added to a week and has not filled yet. This browser keeps them for the last weeks. */
import type { RowSubject } from './grid.ts';

const STORED = 'stint.week-rows';
const MOST_WEEKS = 10;

type Kept = { week: string; rows: RowSubject[] }[];

export function keptRows(week: string): RowSubject[] {
  return read().find((one) => one.week === week)?.rows ?? [];
}

export function keepRows(week: string, rows: RowSubject[]): void {
  const others = read().filter((one) => one.week !== week);
  const all = rows.length > 0 ? [...others, { week, rows }] : others;
  localStorage.setItem(STORED, JSON.stringify(all.slice(-MOST_WEEKS)));
}

function read(): Kept {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? '[]');
  } catch {
    return [];
  }
}
