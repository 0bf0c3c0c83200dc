/**
 * The one service that owns the timer: web, API, connectors and jobs all start and stop through it.
 * That only one entry runs is held by the database; here it becomes a clear answer.
 */
import { byId, changeEntry, type Finder } from '../entries/change.ts';
import { findEntry } from '../entries/list.ts';
import type { TimeEntry } from '../entries/model.ts';
import { underOverlapPolicy } from '../entries/overlaps.ts';
import { findPlace } from '../entries/place.ts';
import { updateEntry } from '../entries/service.ts';
import { readInstant } from '../entries/span.ts';
import {
  type EntryFields,
  insertEntry,
  insertPlaced,
  stopEntryRow,
} from '../entries/statements.ts';
import { atField } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { askGuards } from '../infra/guards.ts';
import { requireVersion } from '../infra/preconditions.ts';
import {
  ERR_TIMER_ACTIVE,
  ERR_TIMER_ASKED,
  ERR_TIMER_INSTANT,
  ERR_TIMER_NOT_PAUSED,
  ERR_TIMER_NOT_RUNNING,
  ERR_TIMER_NOTHING_TO_CONTINUE,
  ERR_TIMER_PAUSED,
  ERR_TIMER_RUNNING,
} from './errors.ts';
import { elapsedSeconds, listRunning, theTimer } from './running.ts';
import {
  type EntryAsk,
  type EntryStop,
  type TimerChoice,
  type TimerContinue,
  type TimerPatch,
  type TimerStart,
  TimerStart as TimerStartSchema,
  type TimerStop,
} from './schema.ts';

const MAX_SWITCHES = 20;

export async function getTimer(context: Context) {
  const timers = await listRunning(context);
  const now = context.clock.now();
  const timer = timers[0] ?? null;
  return { server_time: now, timer, elapsed_seconds: timer && elapsedSeconds(timer, now), timers };
}

/**
 * Starts the clock for the actor.
 * @throws STINT_ERR_TIMER_RUNNING when one runs and the policy is to keep it
 */
export async function startTimer(
  context: Context,
  given: TimerStart,
  source = 'timer',
): Promise<TimeEntry> {
  const input = await askGuards(context, {
    point: 'timer.beforeStart',
    schema: TimerStartSchema,
    input: given,
  });
  const user_id = context.actor.user_id as number;
  const start_time = readInstant(context, input, 'start_time') ?? context.clock.now();
  if (start_time > context.clock.now()) throw instantError('/start_time', start_time, new Date(0));
  const { project_id, billable, on_running } = input;
  const fields = {
    user_id,
    task_id: input.task_id ?? null,
    description: input.description ?? '',
    start_time,
    tag_ids: input.tag_ids ?? [],
    source,
    exclusive: !context.settings.multiple_timers,
    last_activity_at: context.clock.now(),
  };
  try {
    if (context.settings.overlap_policy !== 'forbid') {
      const place = { billable, start: { on_running } };
      const unplaced = { ...fields, project_id };
      const timer = await insertPlaced(context, 'timer.started', unplaced, place).catch((error) => {
        // Another start was faster: what runs now is looked at below. Inside a transaction nothing is.
        if (!isSecondTimer(error) || context.db.isTransaction) throw error;
        return undefined;
      });
      if (timer) return timer;
    }
    const unplaced = { ...fields, project_id, end_time: null };
    const { placement, columns } = await findPlace(context, unplaced, billable);
    const placed = { ...fields, ...columns };
    if ((on_running ?? placement.switch_policy) === 'switch')
      return await switchTo(context, placed);
    if (placement.running_id !== null && fields.exclusive) throw runningError(placement.running_id);
    return await insertRunning(context, placed);
  } catch (error) {
    throw isSecondTimer(error) ? runningError() : error;
  }
}

/** Stops whatever runs, at the instant at which the new one starts, and starts that. */
async function switchTo(context: Context, fields: RunningFields): Promise<TimeEntry> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(context, async (context) => {
        // Two switches at once would each stop the same timer and start one of their own.
        await context.db.raw('SELECT FROM users WHERE id = ? FOR NO KEY UPDATE', [fields.user_id]);
        const { user_id, start_time: end_time } = fields;
        for (const { id } of await listRunning(context))
          await stopEntryRow(context, { user_id, entry_id: id, end_time });
        return insertRunning(context, fields);
      });
    } catch (error) {
      // A start that did not switch came in between; it is stopped in the next round.
      if (!isSecondTimer(error) || context.db.isTransaction || attempt === MAX_SWITCHES)
        throw error;
    }
  }
}

type RunningFields = Pick<EntryFields, 'user_id' | 'start_time'> & Partial<EntryFields>;

function insertRunning(context: Context, fields: RunningFields): Promise<TimeEntry> {
  return underOverlapPolicy(context, { ...fields, end_time: null }, (context) =>
    insertEntry(context, 'timer.started', fields),
  );
}

/** Stops the clock: now, or at a past moment. Nothing can refuse that; a paused timer ends with its pause. */
export async function stopTimer(context: Context, input: TimerStop): Promise<TimeEntry> {
  const now = context.clock.now();
  const given = readInstant(context, input, 'end_time');
  let { entry_id } = input;
  if (given) {
    const { id, start_time } = await theTimer(entry_id)(context);
    if (given > now || given < start_time) throw instantError('/end_time', given, start_time);
    entry_id = id;
  }
  const user_id = context.actor.user_id as number;
  const timer = await stopEntryRow(context, { user_id, entry_id, end_time: given ?? now });
  if (!timer) throw new ERR_TIMER_NOT_RUNNING();
  return timer;
}

/** Stops what runs by its entry, somebody else's too. Nothing can refuse that either, but a stale `expected`. */
export async function stopEntry(
  context: Context,
  id: number,
  input: EntryStop,
  expected?: string,
): Promise<TimeEntry> {
  const now = context.clock.now();
  const timer = await findEntry(context, id);
  requireVersion(timer, expected);
  const { user_id, start_time, version } = timer;
  const given = readInstant(context, input, 'end_time');
  if (given && (given > now || given < start_time))
    throw instantError('/end_time', given, start_time);
  const stopped = await stopEntryRow(context, {
    user_id,
    entry_id: id,
    end_time: given ?? now,
    ...(expected !== undefined && { version }),
  });
  if (stopped) return stopped;
  // Somebody was faster: with a change, or by stopping it.
  requireVersion(await findEntry(context, id), expected);
  throw new ERR_TIMER_NOT_RUNNING();
}

/** Asks the person of a running entry "still working?". A paused timer is not idle. */
export function askTimer(
  context: Context,
  id: number,
  input: EntryAsk,
  expected?: string,
): Promise<TimeEntry> {
  const since = readInstant(context, input, 'inactive_since');
  return changeEntry(
    context,
    byId(id),
    async ({ clock }, timer) => {
      requireVersion(timer, expected);
      if (timer.end_time) throw new ERR_TIMER_NOT_RUNNING();
      if (timer.paused_at) throw new ERR_TIMER_PAUSED(timer.paused_at.toISOString());
      if (timer.idle_asked_at) throw new ERR_TIMER_ASKED(timer.idle_asked_at.toISOString());
      const active = timer.last_activity_at ?? timer.start_time;
      if (since && active > since)
        throw new ERR_TIMER_ACTIVE(active.toISOString(), since.toISOString());
      return { type: 'timer.idle_asked', fields: { idle_asked_at: clock.now() } };
    },
    { unconditional: true },
  );
}

export function pauseTimer(context: Context, { entry_id }: TimerChoice): Promise<TimeEntry> {
  return changeTimer(context, theTimer(entry_id), (timer, now) => {
    if (timer.paused_at) throw new ERR_TIMER_PAUSED(timer.paused_at.toISOString());
    return { type: 'timer.paused', fields: { paused_at: now } };
  });
}

export function resumeTimer(context: Context, { entry_id }: TimerChoice): Promise<TimeEntry> {
  return changeTimer(context, theTimer(entry_id), (timer, now) => {
    if (!timer.paused_at) throw new ERR_TIMER_NOT_PAUSED();
    const pause = { start_time: timer.paused_at, end_time: now };
    const breaks = timer.paused_at < now ? [...timer.breaks, pause] : timer.breaks;
    return { type: 'timer.resumed', fields: { paused_at: null, breaks } };
  });
}

/** "Yes, still working": the answer to `askTimer`. */
export function keepTimer(context: Context, { entry_id }: TimerChoice): Promise<TimeEntry> {
  return changeTimer(context, theTimer(entry_id), () => ({ type: 'timer.kept', fields: {} }));
}

/** Throws the running entry away; it can be restored for 30 days. */
export async function discardTimer(context: Context, { entry_id }: TimerChoice): Promise<void> {
  await changeTimer(context, theTimer(entry_id), (_timer, now) => ({
    type: 'timer.discarded',
    fields: { deleted_at: now },
  }));
}

/** Corrects the running entry: its start, or what it is about. */
export async function adjustTimer(
  context: Context,
  { entry_id, ...patch }: TimerPatch,
  expected?: string,
): Promise<TimeEntry> {
  const { id } = await theTimer(entry_id)(context);
  return updateEntry(context, id, patch, expected);
}

/** Starts a timer about the same as an earlier entry: that one, or the last. */
export async function continueTimer(
  context: Context,
  { entry_id, on_running }: TimerContinue,
): Promise<TimeEntry> {
  const earlier = await (entry_id === undefined ? findLast(context) : findEntry(context, entry_id));
  const { project_id, task_id, description, tag_ids, billable } = earlier;
  return startTimer(context, { project_id, task_id, description, tag_ids, billable, on_running });
}

/** Notes that the person is there. Not a change of the entry: no version, no event. */
export async function noteActivity({ db, actor, clock }: Context): Promise<void> {
  await db('time_entries')
    .where({ user_id: actor.user_id, end_time: null, deleted_at: null, idle_asked_at: null })
    .update({ last_activity_at: clock.now() });
}

function changeTimer(
  context: Context,
  find: Finder,
  decide: (timer: TimeEntry, now: Date) => { type: string; fields: Partial<EntryFields> },
): Promise<TimeEntry> {
  return changeEntry(
    context,
    find,
    async (_context, timer) => {
      const now = context.clock.now();
      const { type, fields } = decide(timer, now);
      return { type, fields: { ...fields, last_activity_at: now, idle_asked_at: null } };
    },
    { unconditional: true },
  );
}

async function findLast(context: Context): Promise<TimeEntry> {
  const last = await context
    .db('time_entries')
    .where({ user_id: context.actor.user_id, deleted_at: null })
    .whereNotNull('end_time')
    .orderBy([
      { column: 'start_time', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('id');
  if (!last) throw new ERR_TIMER_NOTHING_TO_CONTINUE();
  return findEntry(context, last.id);
}

function isSecondTimer(error: unknown): boolean {
  return (error as { constraint?: string }).constraint === 'time_entries_one_running';
}

function runningError(id?: number): Error {
  return new ERR_TIMER_RUNNING(id === undefined ? '' : ` (time entry ${id})`);
}

function instantError(pointer: string, instant: Date, earliest: Date): Error {
  return atField(new ERR_TIMER_INSTANT(instant.toISOString(), earliest.toISOString()), pointer);
}
