/** The host's tasks in the queue: fan-out and delivery of events, plugins' own tasks, and their clocks. */
import type { Job, Task, TaskList } from 'graphile-worker';
import type { JobDeps, Jobs } from '../infra/queue.ts';
import { surfaceJobs } from './connectors/tasks.ts';
import { flagOf, type PluginJob } from './context/job-queue.ts';
import { runCron } from './cron-run.ts';
import { addDueCrons, type CronJob } from './crons.ts';
import { type Delivery, deliver } from './deliver.ts';
import { type FanOutTo, fanOut, fanOutTo } from './fan-out.ts';
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
    // Every minute too: the process that should have woken it may be gone.
    crons: { ...surfaces.crons, plugin_crons: '* * * * *', fan_out: '* * * * *' },
    tasks: {
      ...inSlots(host, surfaces.tasks),
      fan_out: async () => fanOut(db, host),
      fan_out_to: async (payload) => fanOutTo(db, host, payload as unknown as FanOutTo),
      deliver: async (payload, { job }) => {
        const delivery = payload as unknown as Delivery;
        const run = () => deliver({ db, host }, delivery, runOf(job));
        await host.slots.run(delivery.plugin, run);
      },
      plugin_task: async (payload, { job }) => {
        const task = payload as unknown as PluginJob;
        await host.slots.run(task.plugin, () => runPluginTask({ db, host }, task, runOf(job)));
      },
      plugin_cron: async (payload, { job }) => {
        const cron = payload as unknown as CronJob;
        await host.slots.run(cron.plugin, () => runCron({ db, host }, cron, runOf(job)));
      },
      plugin_crons: async () => addDueCrons({ db, clock, log, host }),
    },
  };
}

/** Tasks whose payload names the plugin, each job in one of its slots. */
function inSlots(host: PluginHost, tasks: TaskList): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]): [string, Task] => [
      name,
      async (payload, helpers) => {
        const { plugin } = (payload ?? {}) as { plugin?: unknown };
        const run = async () => void (await task?.(payload, helpers));
        await (typeof plugin === 'string' ? host.slots.run(plugin, run) : run());
      },
    ]),
  );
}

/** The same, apart: what is quick and the core's, and what runs the code of plugins. */
export function splitPluginJobs({
  tasks: { fan_out, fan_out_to, ...tasks },
  crons: { fan_out: everyMinute, ...crons },
}: Jobs): [Jobs, Jobs] {
  return [
    { tasks: { fan_out, fan_out_to }, crons: { fan_out: everyMinute } },
    { tasks, crons },
  ] as [Jobs, Jobs];
}

/** Jobs that a worker here must pass over for now. */
export function forbiddenFlagsOf(host: PluginHost): () => string[] {
  return () => [...host.idlePlugins(), ...host.slots.full()].map(flagOf);
}
