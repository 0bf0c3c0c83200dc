/** The SQL of the detailed report: each entry's work inside the period, with the names around it. */
import type { QueryBuilder } from 'objection';
import type { Context } from '../infra/context.ts';
import { cents, measuredEntries, money, roundingBindings, share, workedUntil } from './measures.ts';
import { ReportEntry } from './model.ts';
import type { Period } from './period.ts';
import { type Selection, touching } from './selection.ts';

const isInside = 'e.start_time >= :from AND e.end_time <= :until';
const work = `CROSS JOIN LATERAL (SELECT
  CASE WHEN ${isInside} THEN 0 ELSE ${workedUntil(':from')} END AS before,
  CASE WHEN ${isInside} THEN e.duration_seconds ELSE ${workedUntil(':until')} END AS upto
  OFFSET 0) w`;

const columns = `e.id, e.user_id, u.name AS user_name, p.client_id, c.name AS client_name,
  e.project_id, p.name AS project_name, p.color AS project_color, e.task_id, t.name AS task_name,
  e.description, e.tag_ids,
  ARRAY(SELECT tags.name FROM tags WHERE tags.id = ANY(e.tag_ids) ORDER BY lower(tags.name)) AS tag_names,
  e.start_time, e.end_time, w.upto - w.before AS duration_seconds, ${share('e.rounded')} AS rounded_seconds,
  e.billable, e.hourly_rate, ${money(share(`(${cents})`))} AS amount, e.currency`;

/** The entries that count in the period; order and page are the caller's. */
export function detailedEntries(
  { db, settings }: Context,
  selection: Selection & { earliest: string },
  period: Period,
): QueryBuilder<ReportEntry> {
  const bindings = {
    ...selection,
    ...roundingBindings(settings),
    bounds: [period.startsAt.toISOString(), period.endsAt.toISOString()],
  };
  return ReportEntry.query(db)
    .select(db.raw(columns))
    .from(db.raw(`(${measuredEntries(touching)}) e ${work}`, bindings))
    .leftJoin('users as u', 'u.id', 'e.user_id')
    .leftJoin('projects as p', 'p.id', 'e.project_id')
    .leftJoin('clients as c', 'c.id', 'p.client_id')
    .leftJoin('tasks as t', 't.id', 'e.task_id')
    .whereRaw(
      `((${isInside}) OR w.upto > w.before OR (e.duration_seconds = 0 AND e.start_time >= :from))`,
      bindings,
    );
}
