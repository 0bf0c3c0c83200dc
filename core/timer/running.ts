/** Finding what runs. Reads only. */

import type { Finder } from '../entries/change.ts';
import { entryColumns, roundingBindings, type TimeEntry } from '../entries/model.ts';
import type { Context } from '../infra/context.ts';
import { runPrepared, type Statement } from '../infra/prepared.ts';
import { ERR_TIMER_NOT_RUNNING } from './errors.ts';

const running: Statement = {
  name: 'timer_running',
  text: `SELECT ${entryColumns('$2', '$3')}
    FROM time_entries e JOIN users u ON u.id = e.user_id
    WHERE e.user_id = $1 AND e.end_time IS NULL AND e.deleted_at IS NULL
    ORDER BY e.start_time DESC, e.id DESC`,
};

/** The actor's running entries, the latest first. */
export async function listRunning(context: Context): Promise<TimeEntry[]> {
  const values = [context.actor.user_id, ...roundingBindings(context.settings)];
  return runPrepared<TimeEntry>(context.db, running, values);
}

/** The actor's timer: that one, or the latest. @throws STINT_ERR_TIMER_NOT_RUNNING */
export function theTimer(entryId?: number): Finder {
  return async (context) => {
    const timers = await listRunning(context);
    const timer = entryId === undefined ? timers[0] : timers.find(({ id }) => id === entryId);
    if (!timer) throw new ERR_TIMER_NOT_RUNNING();
    return timer;
  };
}

/** Work so far, in whole seconds: up to now, or to the pause. */
export function elapsedSeconds({ start_time, paused_at, breaks }: TimeEntry, now: Date): number {
  const end = paused_at ?? now;
  const paused = breaks.reduce(
    (sum, b) => sum + (b.end_time.getTime() - b.start_time.getTime()),
    0,
  );
  return Math.max(0, Math.floor((end.getTime() - start_time.getTime() - paused) / 1000));
}
