/**
 * Forgotten timers, handled on the server: after a while without activity a timer asks "still
 * working?"; unanswered, it stops at the last activity. A paused timer is not idle.
 */
import type { Knex } from 'knex';
import { byId, changeEntry } from '../entries/change.ts';
import { laterOf } from '../entries/span.ts';
import type { Clock } from '../infra/clock.ts';
import type { Context } from '../infra/context.ts';
import { readSettings } from '../settings/read.ts';
import { stopAt } from './service.ts';

interface IdleTimer {
  id: number;
  last_active: Date;
  stops: boolean;
}

/** Asks and stops what is due. Safe to run twice, and one timer's failure does not keep another's. */
export async function sweepIdleTimers(
  { db, clock }: { db: Knex; clock: Clock },
  onError: (error: unknown, entryId: number) => void,
): Promise<{ asked: number; stopped: number }> {
  const context = await systemContext(db, clock);
  const counts = { asked: 0, stopped: 0 };
  for (const timer of await findIdle(context)) {
    try {
      if (timer.stops) await stopIdle(context, timer);
      else await askIdle(context, timer);
      counts[timer.stops ? 'stopped' : 'asked'] += 1;
    } catch (error) {
      onError(error, timer.id);
    }
  }
  return counts;
}

async function systemContext(db: Knex, clock: Clock): Promise<Context> {
  const settings = await readSettings(db);
  const actor = { role: 'admin', via: 'job:timer_sweep', time_zone: 'UTC', week_start: 1 } as const;
  return { db, clock, settings, actor };
}

async function findIdle({ db, clock, settings }: Context): Promise<IdleTimer[]> {
  const { rows } = await db.raw(
    `WITH timers AS (
       SELECT e.id, e.idle_asked_at, coalesce(e.last_activity_at, e.start_time) AS last_active,
         coalesce(u.idle_ask_after_minutes, :ask) AS ask_after,
         coalesce(u.idle_stop_after_minutes, :stop) AS stop_after
       FROM time_entries e JOIN users u ON u.id = e.user_id
       WHERE e.end_time IS NULL AND e.deleted_at IS NULL AND e.paused_at IS NULL
     )
     SELECT id, last_active, idle_asked_at IS NOT NULL AS stops FROM timers
     WHERE ask_after > 0 AND CASE
       WHEN idle_asked_at IS NULL THEN last_active <= :now::timestamptz - make_interval(mins => ask_after)
       ELSE stop_after > 0 AND idle_asked_at <= :now::timestamptz - make_interval(mins => stop_after)
     END`,
    {
      now: clock.now(),
      ask: settings.idle_ask_after_minutes,
      stop: settings.idle_stop_after_minutes,
    },
  );
  return rows;
}

async function askIdle(context: Context, { id }: IdleTimer): Promise<void> {
  const fields = { idle_asked_at: context.clock.now() };
  await changeEntry(context, byId(id), async () => ({ type: 'timer.idle_asked', fields }), {
    unconditional: true,
  });
}

async function stopIdle(context: Context, { id, last_active }: IdleTimer): Promise<void> {
  await stopAt(context, byId(id), (timer) => laterOf(last_active, timer.start_time));
}
