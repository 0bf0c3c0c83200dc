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
export async function addJob(db: Knex, job: QueueJob): Promise<void> {
  await addJobs(db, [job]);
}

/**
 * Adds them in one statement. Keys and queues are global in Graphile Worker, so the plugin's id goes before
 * them. A job is due by the clock of the database, which decides when it is fetched.
 */
export async function addJobs(db: Knex, jobs: readonly QueueJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.raw(
    `SELECT graphile_worker.add_jobs(array(
       SELECT json_populate_record(json_populate_record(NULL::graphile_worker.job_spec, spec), json_build_object(
         'run_at', now() + make_interval(secs => (spec ->> 'delay_seconds')::float8)))
       FROM json_array_elements(?::json) AS spec))`,
    [JSON.stringify(jobs.map(toSpec))],
  );
}

function toSpec({
  identifier,
  plugin,
  payload,
  key,
  queue,
  delaySeconds = 0,
  maxAttempts = MAX_ATTEMPTS,
}: QueueJob) {
  return {
    identifier,
    payload,
    job_key: key && `${plugin}:${key}`,
    queue_name: queue && `${plugin}:${queue}`,
    delay_seconds: Math.max(delaySeconds, 0),
    max_attempts: maxAttempts,
    flags: [flagOf(plugin)],
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
