/** The host's tasks in the queue: fan-out and delivery of events, plugins' own tasks, and their clocks. */
import type { Job } from 'graphile-worker';
import type { JobDeps, Jobs } from '../infra/queue.ts';
import { surfaceJobs } from './connectors/tasks.ts';
import { flagOf, type PluginJob } from './context/job-queue.ts';
import { runDueCrons } from './crons.ts';
import { type Delivery, deliver, type FanOut, fanOut } from './events.ts';
import type { PluginHost } from './host.ts';
import type { JobRun } from './job-failures.ts';
import { runPluginTask } from './plugin-task.ts';

export function pluginJobs({ db, clock, log }: JobDeps, host: PluginHost): Jobs {
  const runOf = ({ id, attempts, max_attempts }: Job): JobRun => ({
    id,
    attempt: attempts,
    maxAttempts: max_attempts,
  });
  const surfaces = surfaceJobs({ db, clock, log }, host);
  return {
    crons: { ...surfaces.crons, plugin_crons: '* * * * *' },
    tasks: {
      ...surfaces.tasks,
      fan_out: async (payload) => fanOut(db, host, payload as unknown as FanOut),
      deliver: async (payload, { job }) =>
        deliver({ db, host }, payload as unknown as Delivery, runOf(job)),
      plugin_task: async (payload, { job }) =>
        runPluginTask({ db, host }, payload as unknown as PluginJob, runOf(job)),
      plugin_crons: async () => runDueCrons({ db, clock, log, host }),
    },
  };
}

/** Jobs that a worker here must pass over. */
export function forbiddenFlagsOf(host: PluginHost): () => string[] {
  return () => host.idlePlugins().map(flagOf);
}
