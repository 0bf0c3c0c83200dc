/** The worker process: runs the jobs of every feature. */
import type { Knex } from 'knex';
import { systemClock } from './infra/clock.ts';
import type { Logger } from './infra/logger.ts';
import { purgeJobs } from './infra/purge-jobs.ts';
import { type Jobs, type Queue, startQueue } from './infra/queue.ts';
import type { PluginHost } from './plugin-host/host.ts';
import { forbiddenFlagsOf, pluginJobs } from './plugin-host/jobs.ts';
import { timerJobs } from './timer/jobs.ts';

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
  const jobs: Jobs[] = [timerJobs(deps), purgeJobs(deps), pluginJobs(deps, host)];
  return startQueue({
    connectionString,
    jobs,
    log,
    forbiddenFlags: forbiddenFlagsOf(host),
    onWorker: (id) => host.processes.noteWorker(id),
  });
}
