/** The worker process: runs the jobs of every feature. */
import type { Knex } from 'knex';
import { systemClock } from './infra/clock.ts';
import type { Logger } from './infra/logger.ts';
import { purgeJobs } from './infra/purge-jobs.ts';
import { type Queue, startQueue } from './infra/queue.ts';
import type { PluginHost } from './plugin-host/host.ts';
import { forbiddenFlagsOf, pluginJobs, splitPluginJobs } from './plugin-host/jobs.ts';
import { timerJobs } from './timer/jobs.ts';

/** Jobs of plugins that run at once. */
const PLUGIN_JOBS = 12;

export interface WorkerOptions {
  db: Knex;
  connectionString: string;
  log: Logger;
  host: PluginHost;
}

export async function startWorker({
  db,
  connectionString,
  log,
  host,
}: WorkerOptions): Promise<Queue> {
  const deps = { db, clock: systemClock, log };
  const [fanOut, plugins] = splitPluginJobs(pluginJobs(deps, host));
  const common = {
    connectionString,
    log,
    forbiddenFlags: forbiddenFlagsOf(host),
    onWorker: (id: string) => host.processes.noteWorker(id),
  };
  // Apart, so that plugins that are slow hold up none of the core's own jobs.
  const queues = await Promise.all([
    startQueue({ ...common, jobs: [timerJobs(deps), purgeJobs(deps), fanOut] }),
    startQueue({ ...common, jobs: [plugins], concurrency: PLUGIN_JOBS }),
  ]);
  return {
    async stop() {
      await Promise.all(queues.map((queue) => queue.stop()));
    },
  };
}
