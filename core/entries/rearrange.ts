/** New entries out of one that is there: splitting and duplicating. */
import { type Context, inTransaction } from '../infra/context.ts';
import { requireUnlocked } from '../locks/service.ts';
import { clipBreaks } from './breaks.ts';
import { byId, changeEntry } from './change.ts';
import { ERR_ENTRY_RUNNING } from './errors.ts';
import { guardCopy, guardUpdate } from './guarded.ts';
import { findEntry } from './list.ts';
import type { TimeEntry } from './model.ts';
import { underOverlapPolicy } from './overlaps.ts';
import { placeEntry } from './placement.ts';
import { after, readInstant, spanError } from './span.ts';
import { insertEntry } from './statements.ts';

/** Cuts a completed entry in two at an instant inside it. */
export async function splitEntry(
  context: Context,
  id: number,
  at: string,
): Promise<[TimeEntry, TimeEntry]> {
  await guardUpdate(context, id, { end_time: at });
  return inTransaction(context, async (context) => {
    const cut = readInstant(context, { at }, 'at') as Date;
    let whole: TimeEntry | undefined;
    const first = await changeEntry(context, byId(id), async (_context, before) => {
      if (before.end_time === null) throw new ERR_ENTRY_RUNNING(id);
      if (cut <= before.start_time || cut >= before.end_time) {
        throw spanError('/at', `${cut.toISOString()} does not lie inside the entry.`);
      }
      whole = before;
      return {
        type: 'entry.updated',
        fields: { end_time: cut, breaks: clipBreaks(before.breaks, undefined, cut) },
      };
    });
    const before = whole as TimeEntry;
    const second = await insertEntry(context, 'entry.created', {
      ...copyOf(before),
      start_time: cut,
      end_time: before.end_time,
      breaks: clipBreaks(before.breaks, cut),
    });
    return [first, second];
  });
}

/** A second entry like a completed one, at the same time or from `start`. */
export async function duplicateEntry(
  context: Context,
  id: number,
  start?: string,
): Promise<TimeEntry> {
  const original = await findEntry(context, id);
  if (original.end_time === null) throw new ERR_ENTRY_RUNNING(id);
  const from = readInstant(context, { start_time: start }, 'start_time') ?? original.start_time;
  const shift = (instant: Date) =>
    after(instant, (from.getTime() - original.start_time.getTime()) / 1000);
  const { user_id, project_id, task_id, tag_ids } = original;
  const placement = await placeEntry(context, { user_id, project_id, task_id, tag_ids });
  const fields = {
    ...copyOf(original),
    hourly_rate: placement.hourly_rate,
    currency: placement.currency,
    start_time: from,
    end_time: shift(original.end_time),
    breaks: original.breaks.map((b) => ({
      start_time: shift(b.start_time),
      end_time: shift(b.end_time),
    })),
    source: 'manual',
  };
  await guardCopy(context, fields);
  await requireUnlocked(context, fields, '/start_time');
  return underOverlapPolicy(context, fields, (context) =>
    insertEntry(context, 'entry.created', fields),
  );
}

function copyOf(entry: TimeEntry) {
  const {
    user_id,
    project_id,
    task_id,
    description,
    tag_ids,
    billable,
    hourly_rate,
    currency,
    source,
  } = entry;
  return {
    user_id,
    project_id,
    task_id,
    description,
    tag_ids,
    billable,
    hourly_rate,
    currency,
    source,
  };
}
