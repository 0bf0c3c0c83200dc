/**
 * The rows of a file as a temporary table, on which all rules are then asked for all rows at once. It
 * lives in the import's transaction and goes with it.
 */
import type { Knex } from 'knex';
import type { Context } from '../infra/context.ts';
import type { ImportRow } from './format.ts';
import { keyOf, personOf } from './people.ts';

/** Rows that are neither refused nor imported before. */
export const open = 'NOT r.is_bad AND NOT r.is_known';

export async function createStaging({ db }: Context): Promise<void> {
  await db.raw(`CREATE TEMPORARY TABLE import_rows (
    n integer PRIMARY KEY,
    line integer NOT NULL,
    person text NOT NULL,
    person_key text NOT NULL,
    client text NOT NULL,
    project text NOT NULL,
    task text NOT NULL,
    description text NOT NULL,
    tags text[] NOT NULL,
    billable boolean,
    start_text text NOT NULL,
    start_time timestamptz,
    end_time timestamptz,
    is_day_only boolean NOT NULL,
    facts jsonb,
    user_id integer,
    client_id integer,
    project_id integer,
    task_id integer,
    tag_ids integer[] NOT NULL DEFAULT '{}',
    fingerprint bytea,
    is_known boolean NOT NULL DEFAULT false,
    is_bad boolean NOT NULL DEFAULT false
  ) ON COMMIT DROP`);
}

export interface StagedRow {
  n: number;
  line: number;
  row: ImportRow;
  /** The start as the file has it, for the report. */
  start_text: string;
}

export async function stageRows({ db }: Context, staged: StagedRow[]): Promise<void> {
  if (staged.length === 0) return;
  const rows = staged.map(({ n, line, row, start_text }) => ({
    ...row,
    n,
    line,
    start_text,
    person: personOf(row),
    person_key: keyOf(personOf(row)),
    start: row.start === null ? null : row.start / 1000,
    end: row.end === null ? null : row.end / 1000,
    is_day_only: row.is_day_only ?? false,
    facts: row.project_facts ?? null,
  }));
  await db.raw(
    `INSERT INTO import_rows (n, line, person, person_key, client, project, task, description, tags, billable, start_text, start_time, end_time, is_day_only, facts)
     SELECT n, line, person, person_key, client, project, task, description, tags, billable, start_text, to_timestamp(start), to_timestamp("end"), is_day_only, facts
     FROM json_to_recordset(?::json) AS r (n int, line int, person text, person_key text, client text, project text, task text,
       description text, tags text[], billable boolean, start_text text, start bigint, "end" bigint, is_day_only boolean, facts jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Gives each row its user. Nothing else ever looks at a row without one. */
export async function assignUsers({ db }: Context, users: Map<string, number>): Promise<void> {
  // Autovacuum does not come to temporary tables: without this, plans are made for an empty one.
  await db.raw('ANALYZE import_rows');
  await db.raw(
    `UPDATE import_rows r SET user_id = u.value::int FROM json_each_text(?::json) u WHERE u.key = r.person_key`,
    [JSON.stringify(Object.fromEntries(users))],
  );
}

/**
 * Marks the rows that an earlier import brought in. A row is known by what it says and by how often
 * the file has said it before, so that two equal rows are two entries, once.
 */
export async function markKnownRows({ db }: Context): Promise<void> {
  const meaning =
    'user_id, start_time, end_time, description, client, project, task, tags, billable';
  await db.raw(
    `UPDATE import_rows r SET fingerprint = f.fingerprint,
       is_known = EXISTS (SELECT FROM imported_rows i WHERE i.fingerprint = f.fingerprint)
     FROM (
       SELECT n, sha256(convert_to(jsonb_build_array(
         user_id, extract(epoch FROM start_time)::bigint, extract(epoch FROM end_time)::bigint,
         description, client, project, task, tags, billable,
         row_number() OVER (PARTITION BY ${meaning} ORDER BY n))::text, 'UTF8')) AS fingerprint
       FROM import_rows WHERE user_id IS NOT NULL AND start_time IS NOT NULL
     ) f WHERE f.n = r.n`,
  );
}

export interface Counts {
  /** Rows that become entries. */
  entries_created: number;
  entries_skipped: number;
  duration_seconds_total: number;
}

export async function countRows({ db }: Context): Promise<Counts> {
  const { rows } = await db.raw<{ rows: Counts[] }>(
    `SELECT count(*) FILTER (WHERE ${open} AND start_time IS NOT NULL) AS entries_created,
       count(*) FILTER (WHERE is_known) AS entries_skipped,
       coalesce(sum(extract(epoch FROM end_time - start_time)) FILTER (WHERE ${open}), 0)::bigint
         AS duration_seconds_total
     FROM import_rows r`,
  );
  return rows[0] as Counts;
}

/** One import at a time: two of the same file at once would not see each other's rows. */
export async function awaitTurn({ db }: Context): Promise<void> {
  await db.raw(`SET LOCAL lock_timeout = '60s'`);
  await db.raw(`SELECT pg_advisory_xact_lock(hashtext('stint.import'))`);
}

/** Runs a statement and returns its rows. */
export async function select<T>(db: Knex, sql: string, bindings: unknown[] = []): Promise<T[]> {
  const { rows } = await db.raw<{ rows: T[] }>(sql, bindings as Knex.RawBinding[]);
  return rows;
}
