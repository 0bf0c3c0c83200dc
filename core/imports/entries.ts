/** Writes the good rows as time entries, each with its audit row, its event and its fingerprint. */
import type { Context } from '../infra/context.ts';
import { changeContext } from '../infra/record-change.ts';
import { open } from './staging.ts';

/** One statement for all rows, so that an import is all of them or none. */
export async function insertEntries(
  context: Context,
  importId: number,
  source: string,
): Promise<void> {
  const { db, clock, settings } = context;
  const now = clock.now();
  await db.raw(
    `WITH wanted AS MATERIALIZED (
       SELECT nextval(pg_get_serial_sequence('time_entries', 'id')) AS id, r.*
       FROM (SELECT * FROM import_rows r WHERE ${open} AND start_time IS NOT NULL ORDER BY n) r
     ), rates AS MATERIALIZED (
       SELECT d.user_id, d.project_id, rate.hourly_rate, rate.currency
       FROM (SELECT DISTINCT user_id, project_id FROM wanted) d
       CROSS JOIN LATERAL resolve_rate(d.user_id, d.project_id, ?::numeric, ?) AS rate
     ), known AS (
       INSERT INTO imported_rows (fingerprint, import_id, time_entry_id)
       SELECT fingerprint, ?, id FROM wanted
     ), e AS (
       INSERT INTO time_entries (id, user_id, project_id, task_id, description, start_time, end_time, tag_ids,
         billable, hourly_rate, currency, source, created_at, updated_at)
       OVERRIDING SYSTEM VALUE
       SELECT w.id, w.user_id, w.project_id, w.task_id, w.description, w.start_time, w.end_time, w.tag_ids,
         coalesce(w.billable, p.billable, false), rates.hourly_rate, rates.currency, ?, ?, ?
       FROM wanted w
       JOIN rates ON rates.user_id = w.user_id AND coalesce(rates.project_id, 0) = coalesce(w.project_id, 0)
       LEFT JOIN projects p ON p.id = w.project_id
       ORDER BY w.n
       RETURNING *
     ) SELECT count(record_change('entry.created', 'time_entry', ?, NULL, to_jsonb(e))) FROM e`,
    [
      settings.default_hourly_rate,
      settings.currency,
      importId,
      source,
      now,
      now,
      changeContext(context),
    ],
  );
}
