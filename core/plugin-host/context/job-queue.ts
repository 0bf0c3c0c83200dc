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

/** Adds a job on a plugin's behalf. */
export async function addJob(db: Knex, { key, ...job }: QueueJob): Promise<void> {
  await db.raw(`SELECT ${callAddJob()}`, {
    ...bindJob(job),
    payload: JSON.stringify(job.payload),
    key: key === undefined ? null : `${job.plugin}:${key}`,
  });
}

/**
 * The call that adds a job, for a statement that does more. Keys and queues are global in Graphile Worker, so
 * the plugin's id goes before them. It is due by the clock of the database, which decides when a job is fetched.
 * @param payload and key: SQL, where they depend on what the statement makes
 */
export function callAddJob(payload = ':payload::json', key = ':key'): string {
  return `graphile_worker.add_job(:identifier, ${payload}, queue_name => :queue,
    run_at => now() + make_interval(secs => :delaySeconds), max_attempts => :maxAttempts,
    job_key => ${key}, flags => ARRAY[:flag]::text[])`;
}

/** The values of that call, but for its payload and its key. */
export function bindJob({
  identifier,
  plugin,
  queue,
  delaySeconds = 0,
  maxAttempts = MAX_ATTEMPTS,
}: Omit<QueueJob, 'payload' | 'key'>) {
  return {
    identifier,
    queue: queue === undefined ? null : `${plugin}:${queue}`,
    delaySeconds: Math.max(delaySeconds, 0),
    maxAttempts,
    flag: flagOf(plugin),
  };
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
