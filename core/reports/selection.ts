/**
 * Which entries a report is about: completed, not deleted, visible to the asker, passing the
 * filters and touching the period. SQL on `time_entries e`; nothing is computed here.
 */
import type { Knex } from 'knex';
import { visibleEntries } from '../entries/access.ts';
import { matchingEntries } from '../entries/filters.ts';
import type { Context } from '../infra/context.ts';
import type { Period } from './period.ts';
import type { ReportFilters } from './schema.ts';

const DAY_MS = 86_400_000;

/** Conditions on when an entry started; which of them holds decides the index. */
export const started = {
  inside: 'e.start_time >= :from AND e.start_time < :until',
  oneDayBefore: 'e.start_time >= :early AND e.start_time < :from AND e.end_time > :from',
  // Hardly any entry is longer than a day: those have an index of their own (time_entries_long). By
  // id, because the planner cannot know how few they are and would rather read all of a project.
  longBefore: `e.id = ANY(ARRAY(SELECT id FROM time_entries
    WHERE deleted_at IS NULL AND end_time - start_time > interval '1 day'
      AND end_time > :from AND start_time < :early))`,
} as const;

const columns = `e.id, e.user_id, e.project_id, e.task_id, e.tag_ids, e.description, e.start_time, e.end_time,
  e.breaks, e.duration_seconds, e.billable, e.hourly_rate, e.currency`;

/** The selected entries that meet one of `conditions`, which must exclude each other. */
export function entriesThat(...conditions: string[]): string {
  return conditions
    .map((condition) => `SELECT ${columns} FROM time_entries e WHERE :selected AND ${condition}`)
    .join(' UNION ALL ');
}

/**
 * All three in one condition, for lists: the order of an index survives it, so that a page reads no
 * more than a page. `:earliest` is what `findEarliest` says.
 */
export const touching = `e.start_time >= :earliest AND e.start_time < :until
  AND (e.start_time >= :from OR e.end_time > :from)`;

/** When the earliest entry that touches the period started: at its beginning, or before. */
export async function findEarliest({ db }: Context, selection: Selection): Promise<string> {
  const before = entriesThat(started.oneDayBefore, started.longBefore);
  const { rows } = await db.raw(`SELECT min(start_time) AS earliest FROM (${before}) e`, selection);
  return rows[0].earliest?.toISOString() ?? selection.from;
}

/** Bindings of the conditions above, and `:selected` for everything else that an entry must meet. */
export function selectEntries(context: Context, filters: ReportFilters, period: Period) {
  return {
    selected: selected(context, filters),
    from: period.startsAt.toISOString(),
    until: period.endsAt.toISOString(),
    early: new Date(period.startsAt.getTime() - DAY_MS).toISOString(),
  };
}
export type Selection = ReturnType<typeof selectEntries>;

function selected({ db, actor }: Context, filters: ReportFilters): Knex.Raw {
  const conditions = [
    db.raw('e.deleted_at IS NULL AND e.end_time IS NOT NULL'),
    visibleEntries(db, actor, 'e'),
    matchingEntries(db, filters),
  ];
  return db.raw(conditions.map(() => '(?)').join(' AND '), conditions);
}
