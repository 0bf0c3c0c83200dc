/**
 * Works off what waits, and tells how long that took: events for a plugin with `BENCH_PLUGIN`, as the
 * worker process does, or no-op jobs of the queue without it. Both run as many jobs at once.
 */
import { loadConfig } from '../core/config.ts';
import { systemClock } from '../core/infra/clock.ts';
import { openDatabase } from '../core/infra/database.ts';
import { makeLogger } from '../core/infra/logger.ts';
import { startQueue } from '../core/infra/queue.ts';
import { runUntilSignal } from '../core/infra/shutdown.ts';
import { makeWaker } from '../core/infra/waker.ts';
import { PluginHost } from '../core/plugin-host/host.ts';
import { openKeyRing } from '../core/secrets/open-key-ring.ts';
import { PLUGIN_JOBS, startWorker } from '../core/worker.ts';

declare global {
  /** What the plugin's handler heard: ids of events. */
  var heardEvents: Set<string> | undefined;
}

export interface Drained {
  seconds: number;
  /** Different events that the handler got, or jobs that ran. */
  done: number;
  /** Most memory that the process held, and held before it began. */
  megabytes: { peak: number; before: number };
}

await runUntilSignal(async (onStop) => {
  const config = loadConfig({ ...process.env, LOG_LEVEL: 'warn' });
  const connectionString = config.DATABASE_URL as string;
  const log = makeLogger(config);
  const db = openDatabase(connectionString, config.DATABASE_POOL_SIZE);
  onStop('database connections', () => db.destroy());
  const plugin = process.env.BENCH_PLUGIN;
  let ran = 0;
  const count = async () => {
    ran += 1;
  };
  let start = () =>
    startQueue({
      connectionString,
      log,
      concurrency: PLUGIN_JOBS,
      jobs: [{ crons: {}, tasks: { noop: count } }],
    });
  if (plugin) {
    const keys = await openKeyRing(config, db);
    const deps = { config, db, clock: systemClock, log, keys };
    const host = new PluginHost(deps, { folder: plugin, named: [plugin] });
    onStop('plugins', () => host.stop());
    await host.start();
    const waker = makeWaker(db, log);
    onStop('waker', () => waker.stop());
    start = () => startWorker({ config, keys, db, connectionString, log, host, waker });
  }
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const begin = performance.now();
  const queue = await start();
  onStop('queue', () => queue.stop());
  while (await isAnythingLeft()) await new Promise((resolve) => setTimeout(resolve, 20));
  const seconds = (performance.now() - begin) / 1000;
  clearInterval(watch);
  const megabytes = { peak: peak / 2 ** 20, before: before / 2 ** 20 };
  process.send?.({ seconds, done: globalThis.heardEvents?.size ?? ran, megabytes });

  async function isAnythingLeft(): Promise<boolean> {
    const { rows } = await db.raw(
      `SELECT EXISTS (SELECT FROM event_outbox) OR EXISTS (
         SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
         WHERE t.identifier IN ('fan_out', 'deliver', 'noop')) AS is_left`,
    );
    return rows[0].is_left;
  }
});
