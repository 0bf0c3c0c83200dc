/**
 * The timer of whoever an issue is assigned to, when they asked for it. Only news start it: a synchronisation
 * that finds twenty issues of theirs does not.
 */
import { DataError, type TimeEntry } from '@stint/plugin';
import { isAssignedTo } from './issues.ts';
import type { Context, TrackboardConnection } from './settings.ts';
import type { Issue } from './trackboard.ts';

interface Known {
  updated_at: string;
  isMine: boolean;
  /** The entry that was started for it. */
  entry_id?: number;
}

/** @returns what was done, for the list of deliveries */
export async function noteAssignment(
  ctx: Context,
  connection: TrackboardConnection,
  issue: Issue,
  { event, task_id }: { event: string; task_id: number },
): Promise<string | undefined> {
  const { id, user_id, config } = connection;
  const key = `assignment:${id}/${issue.id}`;
  const data = ctx.data.as(user_id, { connection: id, external_id: String(issue.id) });
  return ctx.lock(key, async () => {
    const known = await ctx.kv.get<Known>(key);
    if (known && known.updated_at >= issue.updated_at) return undefined;
    const { updated_at } = issue;
    const isMine = isAssignedTo(issue, config.login) && issue.state === 'open';
    const next: Known = { updated_at, isMine, entry_id: known?.entry_id };
    let done: string | undefined;
    if (isMine && !known?.isMine && event === 'issue.assigned' && config.auto_start_timer) {
      next.entry_id = await startTimer();
      done = next.entry_id ? 'timer started' : 'another timer runs and goes on';
    } else if (!isMine && known?.entry_id !== undefined) {
      if (await stopTimer(known.entry_id)) done = 'timer stopped';
      next.entry_id = undefined;
    }
    await ctx.kv.set(key, next);
    return done;
  });

  /** Undefined when another runs, and the person's policy is to keep it. */
  async function startTimer(): Promise<number | undefined> {
    const entry = { task_id, description: `${issue.key}: ${issue.title}`.slice(0, 200) };
    const idempotencyKey = `trackboard:${id}:${issue.id}:${issue.updated_at}`;
    try {
      return (await data.post<TimeEntry>('/timer/start', entry, { idempotencyKey })).id;
    } catch (error) {
      if (error instanceof DataError && error.code === 'STINT_ERR_TIMER_RUNNING') return undefined;
      throw error;
    }
  }

  /** Only what was started for it: another timer is none of this. */
  async function stopTimer(entry_id: number): Promise<boolean> {
    const { timers } = await data.get<{ timers: TimeEntry[] }>('/timer');
    if (!timers.some((timer) => timer.id === entry_id)) return false;
    await data.post('/timer/stop', { entry_id });
    return true;
  }
}
