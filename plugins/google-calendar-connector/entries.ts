/** The time entry of an event: made once, whatever happens in between, and changed only while nobody else did. */
import { type DataClient, DataError, type TimeEntry } from '@stint/plugin';
import { changeItem, type Item } from './items.ts';
import type { Meeting } from './meeting.ts';
import type { Context } from './settings.ts';

export const LINK = 'event';
/** The core remembers the answer to a key for a day. */
const KEY_KEPT_MS = 23 * 3_600_000;
const SECOND_MS = 1000;

export function linkOf({ connection_id, calendar_id, event_id }: Item): string {
  return `${connection_id}/${calendar_id}/${event_id}`;
}

export function dataOf(ctx: Context, { user_id, connection_id, event_id }: Item): DataClient {
  return ctx.data.as(user_id, { connection: connection_id, external_id: event_id });
}

/**
 * Makes the entry of an item that is `intended`. Called again after a crash it finds what it made: the same
 * request under the same key has the same answer.
 * @throws DataError where Stint does not take it; the item is `refused` then
 */
export async function makeEntry(ctx: Context, intended: Item): Promise<Item> {
  const now = ctx.clock.now();
  const isOld =
    intended.intended_at !== null && now.getTime() - intended.intended_at.getTime() > KEY_KEPT_MS;
  const item =
    intended.intended_at === null
      ? ((await changeItem(ctx.db, intended.id, {
          intended_at: now,
          intent_key: crypto.randomUUID(),
        })) as Item)
      : intended;
  const entry =
    (await findMade(ctx, item, isOld)) ??
    (await postEntry(ctx, item).catch(async (error) => {
      if (isRefusal(error))
        await changeItem(ctx.db, item.id, { state: 'refused', detail: error.message });
      throw error;
    }));
  return linkEntry(ctx, item, entry);
}

function postEntry(ctx: Context, item: Item): Promise<TimeEntry> {
  const { title, starts_at, ends_at, project_id, intent_key } = item;
  return dataOf(ctx, item).post<TimeEntry>(
    '/time-entries',
    {
      description: title,
      start_time: starts_at.toISOString(),
      end_time: ends_at.toISOString(),
      project_id,
      billable: false,
    },
    { idempotencyKey: `google-calendar-${intent_key}` },
  );
}

/** Linked in the core's table as well, where others look it up. */
export async function linkEntry(ctx: Context, item: Item, entry: TimeEntry): Promise<Item> {
  const { id, version } = entry;
  await ctx.links.link(LINK, linkOf(item), id);
  const changes = { state: 'linked', entry_id: id, entry_version: version, detail: null } as const;
  return (await changeItem(ctx.db, item.id, changes)) as Item;
}

/**
 * One that is the event's already: another tracker's, brought here by an import, says so in its text; and after
 * a day, when the key is forgotten, one of this time and title that nobody has linked.
 */
async function findMade(ctx: Context, item: Item, isOld: boolean): Promise<TimeEntry | undefined> {
  const mark = `gcal:${item.event_id}`;
  const found = dataOf(ctx, item).list<TimeEntry>('/time-entries', {
    user_id: item.user_id,
    from: item.starts_at.toISOString(),
    to: new Date(item.starts_at.getTime() + SECOND_MS).toISOString(),
  });
  for await (const entry of found) {
    const words = entry.description.split(/[\s,;()[\]]+/);
    const isIt = words.includes(mark) || (isOld && entry.description === item.title);
    if (isIt && (await ctx.links.externalId(LINK, entry.id)) === undefined) return entry;
  }
  return undefined;
}

/**
 * The entry of an item while it is as this plugin left it.
 * @returns `gone` where it is deleted, `yours` where somebody edited it since
 */
export async function findUntouched(
  ctx: Context,
  item: Item,
): Promise<TimeEntry | 'gone' | 'yours'> {
  const entry = await findEntry(dataOf(ctx, item), item.entry_id as number);
  if (!entry) return 'gone';
  return entry.version === item.entry_version ? entry : 'yours';
}

export async function findEntry(data: DataClient, id: number): Promise<TimeEntry | undefined> {
  try {
    const entry = await data.get<TimeEntry>(`/time-entries/${id}`);
    return entry.deleted_at === null ? entry : undefined;
  } catch (error) {
    if (error instanceof DataError && error.status === 404) return undefined;
    throw error;
  }
}

/** Only on what was looked at: an edit in between is not written over. @throws DataError 412 */
export function patchEntry(
  ctx: Context,
  item: Item,
  { id, version }: TimeEntry,
  { title, starts_at, ends_at }: Pick<Meeting, 'starts_at' | 'ends_at'> & { title?: string },
): Promise<TimeEntry> {
  return dataOf(ctx, item).patch<TimeEntry>(
    `/time-entries/${id}`,
    {
      ...(title !== undefined && { description: title }),
      start_time: starts_at.toISOString(),
      end_time: ends_at.toISOString(),
    },
    { ifMatch: `"${id}-${version}"` },
  );
}

/** It can be restored for 30 days. */
export async function deleteEntry(ctx: Context, item: Item): Promise<void> {
  await dataOf(ctx, item).delete(`/time-entries/${item.entry_id}`);
}

/** The rules of Stint say no, or the edit of somebody was quicker: not a failure of anything. */
export function isRefusal(error: unknown): error is DataError {
  return error instanceof DataError && error.status < 500;
}
