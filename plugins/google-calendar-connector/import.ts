/** Events become entries, or suggestions: what was decided is done, each thing once. */
import type { TimeEntry } from '@stint/plugin';
import {
  deleteEntry,
  findUntouched,
  isRefusal,
  LINK,
  linkOf,
  makeEntry,
  patchEntry,
} from './entries.ts';
import type { GoogleEvent } from './google.ts';
import { changeItem, deleteItem, findItems, type Item, listItems, putItem } from './items.ts';
import { type Meeting, type Read, readEvent, readSpan } from './meeting.ts';
import { type Plan, planEvent } from './plan.ts';
import { projectOf } from './rules.ts';
import { type Context, type GoogleConnection, windowStart } from './settings.ts';
import type { Tally } from './tally.ts';

export interface Work {
  ctx: Context;
  connection: GoogleConnection;
  tally: Tally;
  signal: AbortSignal;
}

export interface Page {
  calendar_id: string;
  zone?: string;
  events: GoogleEvent[];
}

export async function importPage(work: Work, { calendar_id, zone, events }: Page): Promise<void> {
  const { ctx, connection, signal } = work;
  const ids = events.map(({ id }) => id);
  const known = await findItems(ctx.db, connection.id, calendar_id, ids);
  for (const event of events) {
    signal.throwIfAborted();
    const read = readEvent(event, calendar_id, zone);
    const item = known.get(event.id);
    const plan = planEvent(read, item, { config: connection.config, now: ctx.clock.now() });
    if (plan.does === 'bring_back') await bringBack(work, item as Item, event, zone);
    else await carryOut(work, plan, read, item);
  }
}

async function carryOut(
  work: Work,
  plan: Exclude<Plan, { does: 'bring_back' }>,
  read: Read,
  item: Item | undefined,
): Promise<void> {
  const { ctx, connection, tally } = work;
  switch (plan.does) {
    case 'nothing':
      if (item && item.etag !== read.etag) await changeItem(ctx.db, item.id, { etag: read.etag });
      return tally.skipped();
    case 'forget':
      await deleteItem(ctx.db, (item as Item).id);
      return tally.skipped();
    case 'wait':
      await putItem(ctx.db, connection, plan.meeting, { ...plan, state: 'upcoming' });
      return tally.skipped();
    case 'suggest':
      await putItem(ctx.db, connection, plan.meeting, { ...plan, state: 'suggested' });
      return item ? tally.changed() : tally.made();
    case 'create': {
      const wasRefused = item?.state === 'refused' ? item.detail : null;
      const intended = await putItem(ctx.db, connection, plan.meeting, {
        ...plan,
        state: 'intended',
      });
      return finish(work, intended, wasRefused);
    }
    case 'change':
      return follow(work, item as Item, plan.meeting);
    case 'delete':
      return takeAway(work, item as Item, plan.meeting);
  }
}

/** @param wasRefused with these words before, which are not said again */
async function finish({ ctx, tally }: Work, item: Item, wasRefused: string | null): Promise<void> {
  try {
    await makeEntry(ctx, item);
    tally.made();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.message === wasRefused) tally.skipped();
    else tally.failed(item.title, item.starts_at, error.message);
  }
}

/** What a run could not do, or what was not over yet, before the news are read. */
export async function importDue(work: Work): Promise<void> {
  const { ctx, connection, signal } = work;
  const now = ctx.clock.now();
  for (const item of await listItems(ctx.db, connection.id, 'intended')) {
    signal.throwIfAborted();
    await finish(work, item, null);
  }
  const endedAfter = windowStart(connection.config, now);
  const refused = await listItems(ctx.db, connection.id, 'refused', { endedAfter });
  const ended = await listItems(ctx.db, connection.id, 'upcoming', { endedBy: now });
  for (const item of [...refused, ...ended]) {
    signal.throwIfAborted();
    await importKnown(work, item);
  }
}

async function importKnown(work: Work, item: Item): Promise<void> {
  const { ctx, connection, tally } = work;
  if (connection.config.import_mode === 'suggest') {
    await changeItem(ctx.db, item.id, { state: 'suggested' });
    return tally.made();
  }
  // The rules of today: what made Stint refuse it may have been the project.
  const project_id =
    item.state === 'refused' ? (projectOf(connection.config, item) ?? null) : item.project_id;
  const intended = await changeItem(ctx.db, item.id, {
    state: 'intended',
    project_id,
    intended_at: null,
  });
  await finish(work, intended as Item, item.state === 'refused' ? item.detail : null);
}

/** The event moved or has another name: so does its entry, unless somebody edited it. */
async function follow(work: Work, item: Item, meeting: Meeting): Promise<void> {
  await whileUntouched(work, item, async (entry) => {
    const changed = await patchEntry(work.ctx, item, entry, meeting);
    const { etag, title, starts_at, ends_at } = meeting;
    await changeItem(work.ctx.db, item.id, {
      ...{ etag, title, starts_at, ends_at },
      entry_version: changed.version,
    });
  });
}

async function takeAway(work: Work, item: Item, meeting?: Meeting): Promise<void> {
  const { ctx, connection } = work;
  await whileUntouched(work, item, async () => {
    await deleteEntry(ctx, item);
    await ctx.links.unlink(LINK, linkOf(item));
    if (!meeting) return deleteItem(ctx.db, item.id);
    const project_id = projectOf(connection.config, meeting);
    await putItem(ctx.db, connection, meeting, { state: 'upcoming', project_id });
  });
}

async function whileUntouched(
  { ctx, tally }: Work,
  item: Item,
  work: (entry: TimeEntry) => Promise<void>,
): Promise<void> {
  const entry = await findUntouched(ctx, item);
  if (typeof entry === 'string') {
    await changeItem(ctx.db, item.id, { state: entry });
    return tally.skipped();
  }
  try {
    await work(entry);
    tally.changed();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    tally.failed(item.title, item.starts_at, error.message);
  }
}

/**
 * An event that Stint made was changed in Google. The entry follows where it moves or is deleted, unless it
 * was edited since; all else is written to Google again as the entry has it.
 */
async function bringBack(work: Work, item: Item, event: GoogleEvent, zone = 'UTC'): Promise<void> {
  const { ctx, tally } = work;
  const writeAgain = () =>
    changeItem(ctx.db, item.id, { is_dirty: true, etag: event.etag ?? null });
  const entry = await findUntouched(ctx, item);
  if (typeof entry === 'string') {
    await writeAgain();
    return tally.skipped();
  }
  const span = event.status === 'cancelled' ? 'cancelled' : readSpan(event, zone);
  try {
    if (span === 'cancelled') {
      await deleteEntry(ctx, item);
      await changeItem(ctx.db, item.id, { state: 'gone', etag: event.etag ?? null });
    } else {
      if (typeof span === 'object' && isMoved(item, span)) {
        const changed = await patchEntry(ctx, item, entry, span);
        await changeItem(ctx.db, item.id, { ...span, entry_version: changed.version });
      }
      // The title is made of the entry: whatever it is there now.
      await writeAgain();
    }
    tally.changed();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await writeAgain();
    tally.failed(event.summary ?? '', item.starts_at, error.message);
  }
}

function isMoved(item: Item, { starts_at, ends_at }: Pick<Item, 'starts_at' | 'ends_at'>): boolean {
  return (
    starts_at.getTime() !== item.starts_at.getTime() || ends_at.getTime() !== item.ends_at.getTime()
  );
}
