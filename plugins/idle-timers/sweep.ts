/** One look at what runs: asks and stops what is due. It decides who is idle; what a timer is, the core does. */
import { DataError, type PluginContext, type TimeEntry } from '@stint/plugin';
import type { settings } from './schema.ts';

type Context = PluginContext<typeof settings>;
type Timer = TimeEntry & { last_activity_at: string | null };

/** In minutes; 0 is never. */
interface Patience {
  ask_after_minutes: number;
  stop_after_minutes: number;
}

/** Safe to run twice, and one timer's failure does not keep another's. */
export async function sweepIdleTimers(ctx: Context): Promise<void> {
  const patienceOf = await readPatience(ctx);
  const shortest = Math.min(...patienceOf.spans.filter((minutes) => minutes > 0));
  if (shortest === Number.POSITIVE_INFINITY) return;
  const now = ctx.clock.now().getTime();
  const core = ctx.data.asInstance();
  const inactive_since = new Date(now - shortest * 60_000).toISOString();
  for await (const timer of core.list<Timer>('/time-entries', { inactive_since })) {
    await handle(ctx, timer, patienceOf.user(timer.user_id), now);
  }
}

async function readPatience({ settings }: Context) {
  const ofInstance = await settings.instance();
  const ofUsers = new Map<number, Patience>();
  for await (const { user, settings: own } of settings.users())
    ofUsers.set(user.id, { ...ofInstance, ...own });
  const all = [ofInstance, ...ofUsers.values()];
  return {
    spans: all.map(({ ask_after_minutes }) => ask_after_minutes),
    user: (id: number) => ofUsers.get(id) ?? ofInstance,
  };
}

async function handle(ctx: Context, timer: Timer, patience: Patience, now: number): Promise<void> {
  const { id, version, idle_asked_at, last_activity_at, start_time } = timer;
  const core = ctx.data.asInstance();
  const last_active = last_activity_at ?? start_time;
  try {
    if (idle_asked_at === null) {
      if (isOver(last_active, patience.ask_after_minutes, now))
        await core.post(`/time-entries/${id}/ask`, { inactive_since: last_active });
    } else if (isOver(idle_asked_at, patience.stop_after_minutes, now)) {
      await core.post(
        `/time-entries/${id}/stop`,
        { end_time: last_active },
        { ifMatch: `"${id}-${version}"` },
      );
    }
  } catch (error) {
    // Somebody was faster: there is nothing left to ask.
    if (error instanceof DataError && [404, 409, 412].includes(error.status)) return;
    ctx.log.error('An idle timer could not be handled.', { entry_id: id, error: String(error) });
  }
}

function isOver(since: string, minutes: number, now: number): boolean {
  return minutes > 0 && Date.parse(since) <= now - minutes * 60_000;
}
