/**
 * The prepared statements that read and write single entries: the hot path of every timer. A write
 * leaves its audit row and event in the same statement, so it needs no transaction of its own.
 */
import type { Context } from '../infra/context.ts';
import { runPrepared } from '../infra/prepared.ts';
import { changeContext } from '../infra/record-change.ts';
import { formatBreaks } from './breaks.ts';
import { entryColumns, roundingBindings, type TimeEntry } from './model.ts';
import { overlapping } from './overlaps.ts';
import { type PlacementInput, placement, placementValues } from './placement.ts';

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

// Where the policy is to warn, what the written entry overlaps with. Looked up here, because a round
// trip of its own costs more than the look.
const overlaps = (warns: string, now: string) => `CASE WHEN ${warns} THEN (
    SELECT array_agg(found.id) FROM (${overlapping({
      user: 'e.user_id',
      start: 'e.start_time',
      end: `coalesce(e.end_time, ${now})`,
      id: 'e.id',
    })}) AS found) END AS overlaps`;

interface Written extends TimeEntry {
  overlaps: number[] | null;
}

function withWarnings(entry: Written): TimeEntry {
  if (entry.overlaps) {
    const detail = `It overlaps with the time entries ${entry.overlaps.join(', ')}.`;
    entry.warnings = [{ code: 'overlap', detail }];
  }
  return entry;
}

/** Inserts an entry and records it as `type`. */
export async function insertEntry(
  context: Context,
  type: string,
  fields: Partial<EntryFields>,
): Promise<TimeEntry> {
  const { columns, key } = columnsOf(fields);
  const values = columns.map((column, i) => bind(column, `$${i + 7}`));
  const [entry] = await runPrepared<Written>(
    context.db,
    {
      name: `entry_insert_${key}`,
      text: `WITH e AS (
          INSERT INTO time_entries (created_at, updated_at, ${columns.join(', ')})
          VALUES ($1, $1, ${values.join(', ')}) RETURNING *
        )
        SELECT ${entryColumns('$4', '$5')}, ${overlaps('$6::boolean', '$1')},
          record_change($2, 'time_entry', $3, NULL, to_jsonb(e))
        FROM e JOIN users u ON u.id = e.user_id`,
    },
    [
      context.clock.now(),
      type,
      changeContext(context),
      ...roundingBindings(context.settings),
      context.settings.overlap_policy === 'warn',
      ...columns.map((column) => bound(column, fields[column])),
    ],
  );
  return withWarnings(entry as Written);
}

/** What a new entry has before its place is known: project, rate and currency come from there. */
export type UnplacedFields = Omit<
  Partial<EntryFields>,
  'project_id' | 'hourly_rate' | 'currency' | 'billable'
> &
  PlacementInput;

/** With `start`, only where nothing runs, or what runs may go on beside it by `on_running` or the user's own policy. */
export interface PlaceConditions {
  billable: boolean | undefined;
  start?: { on_running: 'keep' | 'switch' | undefined };
}

/**
 * Looks the place up and inserts in one statement: the common case, in which nothing is wrong and no
 * period is locked.
 * @returns nothing in every other case, for the caller to find out which
 */
export async function insertPlaced(
  context: Context,
  type: string,
  { project_id, ...fields }: UnplacedFields,
  { billable, start }: PlaceConditions,
): Promise<TimeEntry | undefined> {
  const { columns, key } = columnsOf(fields as Partial<EntryFields>);
  const values = columns.map((column, i) => bind(column, `$${i + 17 + (start ? 2 : 0)}`));
  // Where nothing runs there is nothing to switch from. With several timers no index would find another
  // start at the same moment: those that switch take the way with the lock.
  const mayStart = `AND CASE WHEN $18 THEN coalesce($17, w.switch_policy) = 'keep' ELSE w.running_id IS NULL END`;
  const [entry] = await runPrepared<Written>(
    context.db,
    {
      name: `entry_place_${key}${start ? '_start' : ''}`,
      text: `WITH w AS (${placement}), e AS (
          INSERT INTO time_entries (created_at, updated_at, project_id, hourly_rate, currency, billable, ${columns.join(', ')})
          SELECT $10, $10, w.project_id, w.hourly_rate, w.currency,
            coalesce($16, w.project_billable, false), ${values.join(', ')}
          FROM w WHERE w.fault IS NULL AND NOT w.has_locks ${start ? mayStart : ''} RETURNING *
        )
        SELECT ${entryColumns('$13', '$14')}, ${overlaps('$15::boolean', '$10')},
          record_change($11, 'time_entry', $12, NULL, to_jsonb(e))
        FROM e JOIN users u ON u.id = e.user_id`,
    },
    [
      ...placementValues(context, { project_id, ...fields }),
      context.clock.now(),
      type,
      changeContext(context),
      ...roundingBindings(context.settings),
      context.settings.overlap_policy === 'warn',
      billable ?? null,
      ...(start ? [start.on_running ?? null, context.settings.multiple_timers] : []),
      ...columns.map((column) => bound(column, fields[column as keyof typeof fields])),
    ],
  );
  return entry && withWarnings(entry);
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
  const sets = columns.map((column, i) => `${column} = ${bind(column, `$${i + 9}`)}`);
  const moves = 'start_time' in fields || 'end_time' in fields || fields.deleted_at === null;
  const [entry] = await runPrepared<Written>(
    context.db,
    {
      name: `entry_update_${key}`,
      text: updateText('id = $7 AND version = $8', sets.join(', ')),
    },
    [
      ...updateValues(context, type, moves),
      id,
      version,
      ...columns.map((column) => bound(column, fields[column])),
    ],
  );
  return entry && withWarnings(entry);
}

/** What stops, and when. */
export interface Stop {
  user_id: number;
  /** The latest that runs, when absent. */
  entry_id?: number;
  /** Only while it has this version. */
  version?: number;
  end_time: Date;
}

/**
 * Ends a running entry, in one statement, because everybody stops often. Time after the start of a pause
 * never counts; an end before the start becomes the start.
 * @returns nothing where none runs
 */
export async function stopEntryRow(
  context: Context,
  { user_id, entry_id, version, end_time }: Stop,
): Promise<TimeEntry | undefined> {
  const ends = 'least(b.paused_at, greatest(b.start_time, $9))';
  const [entry] = await runPrepared<Written>(
    context.db,
    {
      name: 'entry_stop',
      text: updateText(
        `user_id = $7 AND end_time IS NULL AND deleted_at IS NULL AND ($8::int IS NULL OR id = $8)
           AND ($10::int IS NULL OR version = $10)
         ORDER BY start_time DESC, id DESC LIMIT 1`,
        `end_time = ${ends}, breaks = b.breaks * tstzmultirange(tstzrange(NULL, ${ends})),
         paused_at = NULL, idle_asked_at = NULL`,
      ),
    },
    [
      ...updateValues(context, 'timer.stopped', true),
      user_id,
      entry_id ?? null,
      end_time,
      version ?? null,
    ],
  );
  return entry && withWarnings(entry);
}

// Of the row that `found` finds, `b` is what it was; `$1` to `$6` are `updateValues`.
function updateText(found: string, sets: string): string {
  return `WITH b AS (
      SELECT * FROM time_entries WHERE ${found} FOR NO KEY UPDATE
    ), e AS (
      UPDATE time_entries t SET updated_at = $1, version = t.version + 1, ${sets}
      FROM b WHERE t.id = b.id RETURNING t.*
    )
    SELECT ${entryColumns('$4', '$5')}, ${overlaps('$6::boolean', '$1')},
      record_change($2, 'time_entry', $3, to_jsonb(b), to_jsonb(e))
    FROM e JOIN b ON b.id = e.id JOIN users u ON u.id = e.user_id`;
}

function updateValues(context: Context, type: string, moves: boolean): unknown[] {
  return [
    context.clock.now(),
    type,
    changeContext(context),
    ...roundingBindings(context.settings),
    moves && context.settings.overlap_policy === 'warn',
  ];
}
