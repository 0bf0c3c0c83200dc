/**
 * Writes the demo's rows in bulk, each with the trail and event of its creation. It trusts its
 * caller: no rule of a service is asked.
 */
import type { Knex } from 'knex';
import type { Settings } from '../settings/schema.ts';
import type { WorkedEntry } from './work.ts';

interface NewRows {
  table: string;
  /** Event type: `client.created`. */
  type: string;
  /** All with the same columns. */
  rows: object[];
  createdAt: Date;
  /** Who made them; nobody for the first users. */
  actorId?: number;
  /** What the event carries, as SQL on the new row `e`. */
  image?: string;
}

/** @returns the new rows' ids, in the order of `rows` */
export async function insertRows(
  trx: Knex,
  { table, type, rows, createdAt, actorId, image = 'to_jsonb(e)' }: NewRows,
): Promise<number[]> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const context = { at: createdAt, actor_id: actorId, via: 'demo' };
  const [entity] = type.split('.') as [string];
  const { rows: images } = await trx.raw(
    `WITH e AS (
       INSERT INTO ${table} (${columns})
       SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ?) RETURNING *
     ), made AS (SELECT ${image} AS image FROM e)
     SELECT (image ->> 'id')::int AS id, record_change(?, ?, ?, NULL, image) FROM made`,
    [JSON.stringify(rows), type, entity, JSON.stringify(context)],
  );
  return (images as { id: number }[]).map(({ id }) => id);
}

const BATCH = 5_000;

/** Writes time entries with the rates that hold for them, in the order in which they were finished. */
export async function insertEntries(
  trx: Knex,
  settings: Settings,
  entries: (WorkedEntry & { tag_ids: number[] })[],
): Promise<void> {
  const rows = entries
    .map(({ tags: _, ...entry }) => ({ ...entry, saved_at: entry.end_time ?? entry.start_time }))
    .sort((a, b) => a.saved_at.getTime() - b.saved_at.getTime() || a.user_id - b.user_id);
  for (let i = 0; i < rows.length; i += BATCH) {
    await trx.raw(
      `WITH e AS (
         INSERT INTO time_entries (user_id, project_id, task_id, description, start_time, end_time, breaks,
           tag_ids, billable, hourly_rate, currency, source, created_at, updated_at)
         SELECT r.user_id, r.project_id, r.task_id, r.description, r.start_time, r.end_time, r.breaks,
           r.tag_ids, r.billable, rate.hourly_rate, rate.currency, r.source, r.saved_at, r.saved_at
         FROM jsonb_to_recordset(?) AS r(user_id int, project_id int, task_id int, description text,
           start_time timestamptz, end_time timestamptz, breaks tstzmultirange, tag_ids int[],
           billable boolean, source text, saved_at timestamptz)
         CROSS JOIN LATERAL resolve_rate(r.user_id, r.project_id, ?::numeric, ?) AS rate
         RETURNING *
       )
       SELECT count(record_change('entry.created', 'time_entry',
         jsonb_build_object('at', e.created_at, 'actor_id', e.user_id, 'via', 'demo'), NULL, to_jsonb(e)))
       FROM e`,
      [JSON.stringify(rows.slice(i, i + BATCH)), settings.default_hourly_rate, settings.currency],
    );
  }
}
