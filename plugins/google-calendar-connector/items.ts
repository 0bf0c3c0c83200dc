/** What is known of each event and the entry that goes with it. The only SQL on `items`. */
import type { PluginDatabase } from '@stint/plugin';
import type { Meeting } from './meeting.ts';
import type { GoogleConnection } from './settings.ts';

export type State =
  /** It has not ended yet. */
  | 'upcoming'
  /** It waits for a click. */
  | 'suggested'
  /** Somebody does not want it. */
  | 'dismissed'
  /** Stint did not take it; tried again each time. */
  | 'refused'
  /** Its entry is being made, or was when the process died. */
  | 'intended'
  /** It has an entry, and both agree. */
  | 'linked'
  /** Somebody edited the entry: Google's changes do not touch it any more. */
  | 'yours'
  /** The entry, or the event that Stint made, is deleted. */
  | 'gone';

export interface Item {
  id: string;
  connection_id: number;
  user_id: number;
  calendar_id: string;
  event_id: string;
  origin: 'google' | 'stint';
  state: State;
  etag: string | null;
  title: string;
  starts_at: Date;
  ends_at: Date;
  url: string | null;
  project_id: number | null;
  entry_id: number | null;
  entry_version: number | null;
  is_dirty: boolean;
  detail: string | null;
  intended_at: Date | null;
  intent_key: string | null;
}

/** A bigint may come as text or as a number. */
function open(row: Item): Item {
  return {
    ...row,
    id: String(row.id),
    entry_id: row.entry_id === null ? null : Number(row.entry_id),
  };
}

type Db = Pick<PluginDatabase, 'query'>;

export async function findItems(
  db: Db,
  connection_id: number,
  calendar_id: string,
  event_ids: string[],
): Promise<Map<string, Item>> {
  const rows = await db.query<Item>(
    'SELECT * FROM items WHERE connection_id = $1 AND calendar_id = $2 AND event_id = ANY($3)',
    [connection_id, calendar_id, event_ids],
  );
  return new Map(rows.map((row) => [row.event_id, open(row)]));
}

/** Of a state, in order of time. */
export async function listItems(
  db: Db,
  connection_id: number,
  state: State,
  { endedBy, endedAfter }: { endedBy?: Date; endedAfter?: Date } = {},
): Promise<Item[]> {
  const rows = await db.query<Item>(
    `SELECT * FROM items WHERE connection_id = $1 AND state = $2
       AND ends_at <= $3 AND ends_at > $4 ORDER BY starts_at, id`,
    [connection_id, state, endedBy ?? 'infinity', endedAfter ?? '-infinity'],
  );
  return rows.map(open);
}

export async function listDirty(db: Db, connection_id: number): Promise<Item[]> {
  const rows = await db.query<Item>(
    'SELECT * FROM items WHERE connection_id = $1 AND is_dirty AND entry_id IS NOT NULL ORDER BY id',
    [connection_id],
  );
  return rows.map(open);
}

export async function findByEntries(
  db: Db,
  connection_id: number,
  entry_ids: number[],
): Promise<Map<number, Item>> {
  const rows = await db.query<Item>(
    'SELECT * FROM items WHERE connection_id = $1 AND entry_id = ANY($2::bigint[])',
    [connection_id, entry_ids],
  );
  return new Map(rows.map((row) => [Number(row.entry_id), open(row)]));
}

/** What is shown to somebody, in a span. */
export async function listShown(
  db: Db,
  user_id: number,
  states: State[],
  { from, to }: { from?: string; to?: string },
): Promise<Item[]> {
  const rows = await db.query<Item>(
    `SELECT * FROM items WHERE user_id = $1 AND state = ANY($2)
       AND ends_at > $3 AND starts_at < $4 ORDER BY starts_at DESC, id LIMIT 200`,
    [user_id, states, from ?? '-infinity', to ?? 'infinity'],
  );
  return rows.map(open);
}

/** An event that is new, or is not what it was: its state and what is known of it. */
export async function putItem(
  db: Db,
  { id, user_id }: Pick<GoogleConnection, 'id' | 'user_id'>,
  meeting: Meeting,
  { state, project_id }: { state: State; project_id?: number },
): Promise<Item> {
  const { calendar_id, event_id, etag, title, starts_at, ends_at, url } = meeting;
  const [row] = await db.query<Item>(
    `INSERT INTO items (connection_id, user_id, calendar_id, event_id, origin, state, etag, title,
       starts_at, ends_at, url, project_id)
     VALUES ($1, $2, $3, $4, 'google', $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (connection_id, calendar_id, event_id) DO UPDATE SET
       state = excluded.state, etag = excluded.etag, title = excluded.title, url = excluded.url,
       starts_at = excluded.starts_at, ends_at = excluded.ends_at, project_id = excluded.project_id,
       entry_id = NULL, entry_version = NULL, detail = NULL, intended_at = NULL, intent_key = NULL
     RETURNING *`,
    [
      id,
      user_id,
      calendar_id,
      event_id,
      state,
      etag,
      title,
      starts_at,
      ends_at,
      url,
      project_id ?? null,
    ],
  );
  return open(row as Item);
}

const columns = [
  'state',
  'etag',
  'title',
  'starts_at',
  'ends_at',
  'url',
  'project_id',
  'entry_id',
  'entry_version',
  'is_dirty',
  'detail',
  'intended_at',
  'intent_key',
] as const;
type Changes = Partial<Pick<Item, (typeof columns)[number]>>;

/** @param only in this state: undefined where it is in another by now */
export async function changeItem(
  db: Db,
  id: string,
  changes: Changes,
  only?: State,
): Promise<Item | undefined> {
  const names = columns.filter((name) => name in changes);
  const sets = names.map((name, index) => `${name} = $${index + 3}`);
  const [row] = await db.query<Item>(
    `UPDATE items SET ${sets.join(', ')} WHERE id = $1 AND ($2::text IS NULL OR state = $2) RETURNING *`,
    [id, only ?? null, ...names.map((name) => changes[name])],
  );
  return row && open(row);
}

export async function deleteItem(db: Db, id: string): Promise<void> {
  await db.query('DELETE FROM items WHERE id = $1', [id]);
}

/** An entry that Stint shows in Google: before it is written there, so that a crash leaves no stray event. */
export async function putExported(
  db: Db,
  connection: Pick<GoogleConnection, 'id' | 'user_id'>,
  item: Pick<Item, 'calendar_id' | 'event_id' | 'entry_id' | 'starts_at' | 'ends_at'>,
): Promise<Item> {
  const [row] = await db.query<Item>(
    `INSERT INTO items (connection_id, user_id, calendar_id, event_id, origin, state, entry_id, starts_at, ends_at)
     VALUES ($1, $2, $3, $4, 'stint', 'linked', $5, $6, $7)
     ON CONFLICT (connection_id, calendar_id, event_id) DO UPDATE SET entry_id = excluded.entry_id
     RETURNING *`,
    [
      connection.id,
      connection.user_id,
      item.calendar_id,
      item.event_id,
      item.entry_id,
      item.starts_at,
      item.ends_at,
    ],
  );
  return open(row as Item);
}
