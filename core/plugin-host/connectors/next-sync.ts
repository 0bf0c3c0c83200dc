/** When a connection is synchronised next: as it waits in the queue, or as the plugin's own interval has it. */
import type { ActivePlugin } from './active-plugin.ts';
import type { Row } from './rows.ts';

/** Null where nothing comes by itself: somebody has to ask, or to mend the connection first. */
export async function findNextSync(
  { id: plugin, deps: { db, clock }, definition }: ActivePlugin,
  { id, health, last_sync_at }: Row,
): Promise<Date | null> {
  const waiting = await db('graphile_worker.jobs')
    .where({ key: `${plugin}:sync:${id}` })
    .first('run_at');
  if (waiting) return waiting.run_at;
  const { syncEveryMinutes, firstSyncIsAsked } = definition;
  if (!syncEveryMinutes || health === 'reconnect' || health === 'error') return null;
  if (firstSyncIsAsked && !last_sync_at) return null;
  const now = clock.now().getTime();
  const due = (last_sync_at?.getTime() ?? 0) + syncEveryMinutes * 60_000;
  return new Date(Math.max(now, due));
}
