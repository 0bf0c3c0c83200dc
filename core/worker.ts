/** The worker process: runs the jobs of every feature. */
import type { Knex } from 'knex';
import { backupJobs } from './backup/jobs.ts';
import type { Config } from './config.ts';
import { systemClock } from './infra/clock.ts';
import type { Logger } from './infra/logger.ts';
import { purgeJobs } from './infra/purge-jobs.ts';
import { type Queue, startQueue } from './infra/queue.ts';
import type { Waker } from './infra/waker.ts';
import type { PluginHost } from './plugin-host/host.ts';
import { forbiddenFlagsOf, pluginJobs, splitPluginJobs } from './plugin-host/jobs.ts';
import { removalJobs } from './plugin-host/removal-jobs.ts';
import type { KeyRing } from './secrets/key-ring.ts';
import { transferJobs } from './transfers/jobs.ts';
import { webhookJobs } from './webhooks/jobs.ts';
import { makeSender } from './webhooks/sender.ts';

/** Jobs of plugins that run at once. */
export const PLUGIN_JOBS = 12;
/** Webhooks that are sent to at once: most of the time their jobs wait for a receiver. */
const WEBHOOK_JOBS = 10;

export interface WorkerOptions {
  config: Config;
  keys: KeyRing;
  db: Knex;
  connectionString: string;
  log: Logger;
  host: PluginHost;
  waker: Waker;
}

export async function startWorker({
  config,
  keys,
  db,
  connectionString,
  log,
  host,
  waker,
}: WorkerOptions): Promise<Queue> {
  const deps = { db, clock: systemClock, log };
  const sender = makeSender({ config, clock: systemClock, log, metrics: host.metrics });
  const [fanOut, plugins] = splitPluginJobs(pluginJobs(deps, host));
  const common = {
    connectionString,
    log,
    forbiddenFlags: forbiddenFlagsOf(host),
    // A job may have changed something, too.
    onDone: () => waker.wake(),
    onWorker: (id: string) => host.processes.noteWorker(id),
  };
  // Apart, so that plugins that are slow hold up none of the core's own jobs.
  const queues = await Promise.all([
    startQueue({
      ...common,
      jobs: [
        purgeJobs(deps),
        transferJobs(deps),
        removalJobs(deps, host),
        backupJobs(deps, config),
        fanOut,
      ],
    }),
    startQueue({ ...common, jobs: [plugins], concurrency: PLUGIN_JOBS }),
    startQueue({
      ...common,
      jobs: [webhookJobs({ ...deps, keys, sender })],
      concurrency: WEBHOOK_JOBS,
    }),
  ]);
  // For what was committed while no worker ran.
  waker.wake();
  return {
    async stop() {
      await Promise.all(queues.map((queue) => queue.stop()));
      await sender.close();
    },
  };
}
