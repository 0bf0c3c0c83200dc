/**
 * `ctx.jobs`: jobs of the plugin's own tasks. All run through one Graphile task, flagged with the plugin,
 * so that a process in which the plugin does not run leaves them waiting.
 */
import type { PluginJobs } from '@stint/plugin';
import type { Knex } from 'knex';
import type { Clock } from '../../infra/clock.ts';
import { ERR_PLUGIN_UNDECLARED } from '../errors.ts';
import type { RegisteredTask } from '../registrations.ts';
import { checkData } from './schema-check.ts';

export const MAX_ATTEMPTS = 12;

/** The flag by which a worker passes over jobs of plugins that do not run in it. */
export function flagOf(pluginId: string): string {
  return `plugin:${pluginId}`;
}

export interface PluginJob {
  plugin: string;
  task: string;
  payload: unknown;
  queue?: string;
}

export interface QueueJob {
  /** The task of the queue. */
  identifier: string;
  plugin: string;
  payload: object;
  /** One job of this key waits at a time. */
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  delaySeconds?: number;
  maxAttempts?: number;
}

/**
 * Adds a job on a plugin's behalf. Keys and queues are global in Graphile Worker, so the plugin's id
 * goes before them. It is due by the clock of the database, which decides when a job is fetched.
 */
export async function addJob(
  db: Knex,
  { identifier, plugin, payload, key, queue, delaySeconds = 0, maxAttempts }: QueueJob,
): Promise<void> {
  await db.raw(
    `SELECT graphile_worker.add_job(:identifier, :payload::json, queue_name => :queue,
       run_at => now() + make_interval(secs => :delaySeconds), max_attempts => :maxAttempts,
       job_key => :key, flags => ARRAY[:flag]::text[])`,
    {
      identifier,
      payload: JSON.stringify(payload),
      queue: queue === undefined ? null : `${plugin}:${queue}`,
      key: key === undefined ? null : `${plugin}:${key}`,
      delaySeconds: Math.max(delaySeconds, 0),
      maxAttempts: maxAttempts ?? MAX_ATTEMPTS,
      flag: flagOf(plugin),
    },
  );
}

export interface JobQueueDeps {
  db: Knex;
  clock: Clock;
}

export function makeJobs(
  { db, clock }: JobQueueDeps,
  plugin: string,
  tasks: ReadonlyMap<string, RegisteredTask>,
): PluginJobs {
  return {
    async add({ name }, payload, { runAt, ...options } = {}) {
      const task = tasks.get(name);
      if (!task) throw new ERR_PLUGIN_UNDECLARED('task', name);
      checkData(`the task ${name}`, task.declaration.payload, payload);
      const { queue } = options;
      await addJob(db, {
        identifier: 'plugin_task',
        plugin,
        payload: { plugin, task: name, payload, queue } satisfies PluginJob,
        ...options,
        // What the host's clock calls an hour from now is one from now in the database as well.
        ...(runAt && { delaySeconds: (runAt.getTime() - clock.now().getTime()) / 1000 }),
      });
    },
  };
}
