/**
 * The prepared statements that read and write single entries: the hot path of every timer. A write
 * leaves its audit row and event in the same statement, so it needs no transaction of its own.
 */
import type { Context } from '../infra/context.ts';
import { runPrepared } from '../infra/prepared.ts';
import { changeContext } from '../infra/record-change.ts';
import { formatBreaks } from './breaks.ts';
import { entryColumns, roundingBindings, type TimeEntry } from './model.ts';

/** The columns that a service may set. */
export type EntryFields = Pick<
  TimeEntry,
  | 'user_id'
  | 'project_id'
  | 'task_id'
  | 'description'
  | 'start_time'
  | 'end_time'
  | 'paused_at'
  | 'breaks'
  | 'tag_ids'
  | 'billable'
  | 'hourly_rate'
  | 'currency'
  | 'source'
  | 'exclusive'
  | 'last_activity_at'
  | 'idle_asked_at'
  | 'deleted_at'
>;

type Column = keyof EntryFields;

// Their order gives each set of columns a short name for its prepared statement.
const order = [
  'user_id',
  'project_id',
  'task_id',
  'description',
  'start_time',
  'end_time',
  'paused_at',
  'breaks',
  'tag_ids',
  'billable',
  'hourly_rate',
  'currency',
  'source',
  'exclusive',
  'last_activity_at',
  'idle_asked_at',
  'deleted_at',
] as const satisfies Column[];

/** The columns to set, in order, and a name that is theirs alone. */
function columnsOf(fields: Partial<EntryFields>): { columns: Column[]; key: string } {
  const mask = order.reduce((bits, column, i) => (column in fields ? bits | (1 << i) : bits), 0);
  return { columns: order.filter((column) => column in fields), key: mask.toString(36) };
}

// Only tags that still exist when the row is written; the lock keeps them until it is.
const heldTags = (parameter: string) =>
  `ARRAY(SELECT held.id FROM (SELECT id FROM tags WHERE id = ANY(${parameter}::int[]) FOR KEY SHARE) AS held)`;

function bind(column: Column, parameter: string): string {
  if (column === 'tag_ids') return heldTags(parameter);
  if (column === 'breaks') return `${parameter}::tstzmultirange`;
  return parameter;
}

function bound(column: Column, value: unknown): unknown {
  return column === 'breaks' ? formatBreaks(value as TimeEntry['breaks']) : value;
}

/** Inserts an entry and records it as `type`. */
export async function insertEntry(
  context: Context,
  type: string,
  fields: Partial<EntryFields>,
): Promise<TimeEntry> {
  const { columns, key } = columnsOf(fields);
  const values = columns.map((column, i) => bind(column, `$${i + 6}`));
  const [entry] = await runPrepared<TimeEntry>(
    context.db,
    {
      name: `entry_insert_${key}`,
      text: `WITH e AS (
          INSERT INTO time_entries (created_at, updated_at, ${columns.join(', ')})
          VALUES ($1, $1, ${values.join(', ')}) RETURNING *
        )
        SELECT ${entryColumns('$4', '$5')}, record_change($2, 'time_entry', $3, NULL, to_jsonb(e))
        FROM e JOIN users u ON u.id = e.user_id`,
    },
    [
      context.clock.now(),
      type,
      changeContext(context),
      ...roundingBindings(context.settings),
      ...columns.map((column) => bound(column, fields[column])),
    ],
  );
  return entry as TimeEntry;
}

/**
 * Updates an entry if it still has the version that was read, and records it as `type`.
 * @returns nothing when somebody else changed it meanwhile
 */
export async function updateEntryRow(
  context: Context,
  type: string,
  { id, version }: Pick<TimeEntry, 'id' | 'version'>,
  fields: Partial<EntryFields>,
): Promise<TimeEntry | undefined> {
  const { columns, key } = columnsOf(fields);
  const sets = columns.map((column, i) => `${column} = ${bind(column, `$${i + 8}`)}`);
  const [entry] = await runPrepared<TimeEntry>(
    context.db,
    {
      name: `entry_update_${key}`,
      text: `WITH b AS (
          SELECT * FROM time_entries WHERE id = $6 AND version = $7 FOR NO KEY UPDATE
        ), e AS (
          UPDATE time_entries t SET updated_at = $1, version = t.version + 1, ${sets.join(', ')}
          FROM b WHERE t.id = b.id RETURNING t.*
        )
        SELECT ${entryColumns('$4', '$5')}, record_change($2, 'time_entry', $3, to_jsonb(b), to_jsonb(e))
        FROM e JOIN b ON b.id = e.id JOIN users u ON u.id = e.user_id`,
    },
    [
      context.clock.now(),
      type,
      changeContext(context),
      ...roundingBindings(context.settings),
      id,
      version,
      ...columns.map((column) => bound(column, fields[column])),
    ],
  );
  return entry;
}
