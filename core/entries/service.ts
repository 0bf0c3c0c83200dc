/**
 * The rules of time entries: who may change which, what they may stand on, when their period is
 * locked. The running entry's own rules are the timer's (`timer/service.ts`).
 */

import { type Context, inTransaction } from '../infra/context.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { requireUnlocked } from '../locks/service.ts';
import { type Break, clipBreaks } from './breaks.ts';
import { ERR_ENTRY_CONTENDED, ERR_ENTRY_RUNNING } from './errors.ts';
import { findEntry } from './list.ts';
import type { TimeEntry } from './model.ts';
import { underOverlapPolicy } from './overlaps.ts';
import { placeEntry } from './placement.ts';
import type { EntryCreate, EntryPatch } from './schema.ts';
import { after, checkSpan, readBreaks, readInstant, resolveSpan, spanError } from './span.ts';
import { type EntryFields, insertEntry, updateEntryRow } from './statements.ts';

const MAX_ATTEMPTS = 20;

/** Creates a completed entry, for the actor or for somebody else. */
export async function createEntry(
  context: Context,
  input: EntryCreate,
  source = 'manual',
): Promise<TimeEntry> {
  const user_id = input.user_id ?? (context.actor.user_id as number);
  const placement = await placeEntry(context, { ...input, user_id });
  const span = await resolveSpan(context, user_id, input);
  const fields = {
    user_id,
    project_id: placement.project_id,
    task_id: input.task_id ?? null,
    description: input.description ?? '',
    ...span,
    breaks: readBreaks(context, input.breaks, span) ?? [],
    tag_ids: input.tag_ids ?? [],
    billable: input.billable ?? placement.project_billable ?? false,
    hourly_rate: placement.hourly_rate,
    currency: placement.currency,
    source,
  };
  if (placement.has_locks) await requireUnlocked(context, fields, '/start_time');
  return underOverlapPolicy(context, fields, (context) =>
    insertEntry(context, 'entry.created', fields),
  );
}

/** Edits an entry; its recorded rate follows only a change of project. */
export async function updateEntry(
  context: Context,
  id: number,
  patch: EntryPatch,
  expected?: string,
): Promise<TimeEntry> {
  return changeEntry(context, byId(id), async (context, before) => {
    requireVersion(before, expected);
    const fields = {
      ...(await editSubject(context, before, patch)),
      ...editSpan(context, before, patch),
    };
    const stops = before.end_time === null && fields.end_time != null;
    return { type: stops ? 'timer.stopped' : 'entry.updated', fields };
  });
}

/** Marks an entry as deleted; it can be restored for 30 days. */
export async function deleteEntry(context: Context, id: number, expected?: string): Promise<void> {
  await changeEntry(context, byId(id), async (context, before) => {
    requireVersion(before, expected);
    return { type: 'entry.deleted', fields: { deleted_at: context.clock.now() } };
  });
}

/** Brings a deleted entry back. A deleted running entry comes back stopped where it was deleted. */
export async function restoreEntry(context: Context, id: number): Promise<TimeEntry> {
  return changeEntry(context, byId(id, 'deleted'), async (_context, before) => ({
    type: 'entry.restored',
    fields: {
      deleted_at: null,
      ...(before.end_time === null && {
        end_time: before.paused_at ?? before.deleted_at,
        paused_at: null,
      }),
    },
  }));
}

interface ChangeOptions {
  /** Neither a lock nor the overlap policy can refuse it: a person can always stop the clock. */
  unconditional?: boolean;
}

/** Reads the entry to change, anew for each attempt. */
export type Finder = (context: Context) => Promise<TimeEntry>;

export function byId(id: number, state: 'present' | 'deleted' = 'present'): Finder {
  return (context) => findEntry(context, id, state);
}

interface Decision {
  type: string;
  fields: Partial<EntryFields>;
}

/**
 * Reads an entry, lets `decide` say what becomes of it, and writes that if nobody was faster;
 * otherwise it starts over with what the other left. Locks and the overlap policy hold for both
 * the entry as it was and as it will be.
 */
export async function changeEntry(
  context: Context,
  find: Finder,
  decide: (context: Context, before: TimeEntry) => Promise<Decision>,
  { unconditional = false }: ChangeOptions = {},
): Promise<TimeEntry> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const before = await find(context);
    const { type, fields } = await decide(context, before);
    const next = { ...before, ...fields };
    if (!unconditional) await requireUnlocked(context, before, '/id');
    const moves =
      !unconditional &&
      ('start_time' in fields || 'end_time' in fields || fields.deleted_at === null);
    if (moves || (!unconditional && 'project_id' in fields))
      await requireUnlocked(context, next, '/start_time');
    const write = async (context: Context) => {
      const after = await updateEntryRow(context, type, before, fields);
      if (!after) throw new Contended();
      return after;
    };
    try {
      return await (moves ? underOverlapPolicy(context, next, write) : write(context));
    } catch (error) {
      if (!(error instanceof Contended)) throw error;
    }
  }
  throw new ERR_ENTRY_CONTENDED(MAX_ATTEMPTS);
}

class Contended extends Error {}

/** The columns that a change of project, task, tags or text sets. */
export async function editSubject(
  context: Context,
  before: TimeEntry,
  patch: EntryPatch,
): Promise<Partial<EntryFields>> {
  const { description, billable, tag_ids } = patch;
  const fields: Partial<EntryFields> = {
    ...(description !== undefined && { description }),
    ...(billable !== undefined && { billable }),
    ...(tag_ids !== undefined && { tag_ids }),
  };
  const moves = patch.project_id !== undefined || patch.task_id !== undefined;
  if (!moves && tag_ids === undefined) return fields;
  if (!moves) {
    // Tags alone: what the entry stands on was checked when it was put there.
    await placeEntry(context, { user_id: before.user_id, tag_ids });
    return fields;
  }
  // A task belongs to its project, so a new project without a task drops the old one.
  const task_id = patch.task_id !== undefined ? patch.task_id : null;
  const project_id =
    patch.project_id !== undefined
      ? patch.project_id
      : task_id === null
        ? before.project_id
        : undefined;
  const placement = await placeEntry(context, {
    user_id: before.user_id,
    project_id,
    task_id,
    tag_ids,
  });
  Object.assign(fields, { project_id: placement.project_id, task_id });
  if (placement.project_id !== before.project_id) {
    Object.assign(fields, { hourly_rate: placement.hourly_rate, currency: placement.currency });
  }
  return fields;
}

function editSpan(context: Context, before: TimeEntry, patch: EntryPatch): Partial<EntryFields> {
  const { duration_seconds: seconds } = patch;
  const given = {
    start: readInstant(context, patch, 'start_time'),
    end: readInstant(context, patch, 'end_time'),
  };
  if (!given.start && !given.end && seconds === undefined && !patch.breaks) return {};
  if (given.start && given.end && seconds !== undefined) {
    throw spanError(
      '/duration_seconds',
      'Give two of start_time, end_time and duration_seconds, not all three.',
    );
  }
  let start_time = given.start ?? before.start_time;
  let end_time = given.end ?? before.end_time;
  if (seconds !== undefined) {
    if (given.end) start_time = after(given.end, -seconds);
    else end_time = after(start_time, seconds);
  }
  if (end_time) checkSpan({ start_time, end_time });
  else if (start_time > (before.paused_at ?? context.clock.now())) {
    throw spanError(
      '/start_time',
      `A running timer cannot start in the future (${start_time.toISOString()}).`,
    );
  }
  const breaks: Break[] =
    readBreaks(context, patch.breaks, { start_time, end_time }) ??
    clipBreaks(before.breaks, start_time, end_time ?? undefined);
  return { start_time, end_time, breaks, ...(end_time && { paused_at: null }) };
}

/** Cuts a completed entry in two at an instant inside it. */
export async function splitEntry(
  context: Context,
  id: number,
  at: string,
): Promise<[TimeEntry, TimeEntry]> {
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
