/** Sums of all time there is, as far as the person may see it: up to today, over the ten years that a report reaches. */
import type { Query } from './api.ts';
import { addDays, today } from './days.ts';
import { type Read, readOne } from './queries.ts';
import type { Summary } from './wire.ts';

const REACH_DAYS = 3650;

/** @param group_by `project`, or two: `project,week` */
export function totalsRead(group_by: string, filters: Query = {}): Read<Summary> {
  const to = today();
  const from = addDays(to, -REACH_DAYS);
  return readOne<Summary>('/reports/summary', { from, to, group_by, ...filters });
}

export type Total = Summary['groups'][number];

/** The groups of a summary by the id of what they are about. */
export function totalsById(summary: Summary | undefined): Map<number, Total> {
  const known = (summary?.groups ?? []).filter(({ key }) => key.id != null);
  return new Map(known.map((group) => [group.key.id as number, group]));
}
