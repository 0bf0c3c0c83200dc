/** Entries become events, and stay what the entries are. Writing one twice is writing it once. */
import type { TimeEntry } from '@stint/plugin';
import { LINK, linkOf } from './entries.ts';
import { EventWriter, eventIdOf, readSalt } from './event-body.ts';
import { type EventBody, type Google, type GoogleEvent, GoogleRefusal } from './google.ts';
import type { Work } from './import.ts';
import { changeItem, findByEntries, type Item, listDirty, putExported } from './items.ts';
import { OWN_PROPERTY } from './meeting.ts';
import { windowStart } from './settings.ts';
import { noCalendar, type Reading } from './walk.ts';

const DAY_MS = 86_400_000;
/** A transaction may commit a while after the time that it wrote. */
const LATE_MS = 120_000;
/** As long as a deleted entry is told of. */
const TOLD_DAYS = 30;
const AT_ONCE = 100;
const TRIES = 3;

export async function exportEntries(reading: Reading): Promise<void> {
  const { ctx, connection, cursor, run, tally } = reading;
  const now = ctx.clock.now();
  const writer = new EventWriter(ctx, connection.user_id);
  const salt = await readSalt(ctx);
  await writeDirty(reading, writer);
  let batch: TimeEntry[] = [];
  const flush = async () => {
    await exportBatch(reading, writer, { entries: batch, salt });
    await run.progress(tally.result);
    batch = [];
  };
  for await (const entry of listChanged(reading)) {
    batch.push(entry);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  cursor.exported_until = new Date(now.getTime() - LATE_MS).toISOString();
  await run.save(cursor);
}

/** What changed since the last time; at first also what lies in the window and has not changed for long. */
export async function* listChanged({
  ctx,
  connection,
  cursor,
}: Pick<Reading, 'ctx' | 'connection' | 'cursor'>): AsyncIterable<TimeEntry> {
  const now = ctx.clock.now();
  const { user_id, config } = connection;
  const data = ctx.data.as(user_id);
  const since = cursor.exported_until ?? new Date(now.getTime() - TOLD_DAYS * DAY_MS).toISOString();
  const query = { user_id, include_deleted: true, sort: 'updated_at' };
  if (!cursor.exported_until)
    yield* data.list<TimeEntry>('/time-entries', {
      user_id,
      from: windowStart(config, now).toISOString(),
      sort: 'start_time',
    });
  yield* data.list<TimeEntry>('/time-entries', { ...query, modified_after: since });
}

interface Batch {
  entries: TimeEntry[];
  salt: string;
}

async function exportBatch(
  reading: Reading,
  writer: EventWriter,
  { entries, salt }: Batch,
): Promise<void> {
  const { ctx, connection, signal } = reading;
  const ids = entries.map(({ id }) => id);
  const known = await findByEntries(ctx.db, connection.id, ids);
  for (const entry of entries) {
    signal.throwIfAborted();
    const item = known.get(entry.id);
    if (!isToWrite(reading, entry, item)) continue;
    const made = item ?? (await linkEvent(reading, entry, eventIdOf(salt, entry.id)));
    known.set(entry.id, await writeEntry(reading, writer, entry, made));
  }
}

/** An entry that was an event first is Google's to show, and a timer that runs is nobody's yet. */
export function isToWrite(
  { ctx, connection: { config } }: Pick<Work, 'ctx' | 'connection'>,
  entry: TimeEntry,
  item: Item | undefined,
): boolean {
  if (item?.origin === 'google' || entry.end_time === null) return false;
  if (item) return entry.version !== item.entry_version;
  const starts_at = new Date(entry.start_time);
  return entry.deleted_at === null && starts_at >= windowStart(config, ctx.clock.now());
}

async function linkEvent(
  { ctx, connection }: Reading,
  entry: TimeEntry,
  event_id: string,
): Promise<Item> {
  const item = await putExported(ctx.db, connection, {
    calendar_id: connection.config.calendar_id,
    event_id,
    entry_id: entry.id,
    starts_at: new Date(entry.start_time),
    ends_at: new Date(entry.end_time as string),
  });
  await ctx.links.link(LINK, linkOf(item), entry.id);
  return item;
}

/** What was changed in Google, and what Google did not take the last time. */
async function writeDirty(reading: Reading, writer: EventWriter): Promise<void> {
  const { ctx, connection, signal } = reading;
  const data = ctx.data.as(connection.user_id);
  for (const item of await listDirty(ctx.db, connection.id)) {
    signal.throwIfAborted();
    const entry = await data
      .get<TimeEntry>(`/time-entries/${item.entry_id}`)
      .catch((error: { status?: number }) => {
        if (error.status === 404) return undefined;
        throw error;
      });
    if (entry) await writeEntry(reading, writer, entry, item);
    else await removeEvent(reading, item, null);
  }
}

async function writeEntry(
  reading: Reading,
  writer: EventWriter,
  entry: TimeEntry,
  item: Item,
): Promise<Item> {
  const { ctx, google, tally } = reading;
  if (entry.deleted_at !== null) return removeEvent(reading, item, entry.version);
  if (entry.end_time === null) return item;
  const isNew = item.entry_version === null || item.state === 'gone';
  const body = await writer.write(entry, item.event_id);
  const written = await putEvent(google, item, body);
  if (isNew) tally.made();
  else tally.changed();
  const changes = {
    state: 'linked',
    etag: written.etag ?? null,
    title: body.summary ?? '',
    starts_at: new Date(entry.start_time),
    ends_at: new Date(entry.end_time),
    entry_version: entry.version,
    is_dirty: false,
  } as const;
  return (await changeItem(ctx.db, item.id, changes)) as Item;
}

async function removeEvent(
  { ctx, google, tally }: Reading,
  item: Item,
  entry_version: number | null,
): Promise<Item> {
  if (item.state !== 'gone') {
    await google.deleteEvent(item.calendar_id, item.event_id);
    tally.changed();
  }
  const changes = { state: 'gone', etag: null, entry_version, is_dirty: false } as const;
  return (await changeItem(ctx.db, item.id, changes)) as Item;
}

/** The entry wins over whatever Google has under this id, also over what was deleted there. */
async function putEvent(google: Google, item: Item, body: EventBody): Promise<GoogleEvent> {
  const { calendar_id, event_id } = item;
  let { etag } = item;
  for (let tries = 1; ; tries += 1) {
    try {
      return etag
        ? await google.updateEvent(calendar_id, event_id, body, etag)
        : await google.insertEvent(calendar_id, body);
    } catch (error) {
      if (!(error instanceof GoogleRefusal) || tries === TRIES) throw error;
      if (error.status === 404 && !etag) throw noCalendar(calendar_id);
      etag = error.status === 404 ? null : await findEtag(google, item, body);
    }
  }
}

/** Of the event that is there: ours as it is now, after somebody changed it or a run died before it noted it. */
async function findEtag(google: Google, item: Item, body: EventBody): Promise<string | null> {
  const event = await google.getEvent(item.calendar_id, item.event_id);
  const own = event.extendedProperties?.private?.[OWN_PROPERTY];
  const isOurs =
    event.status === 'cancelled' || own === body.extendedProperties?.private?.[OWN_PROPERTY];
  if (!isOurs) throw new Error(`Another event has the id ${item.event_id}.`);
  return event.etag ?? null;
}
