/**
 * `ctx.jobs`: jobs of the plugin's own tasks. All run through one Graphile task, flagged with the plugin,
 * so that a process in which the plugin does not run leaves them waiting.
 */
import type { PluginJobs, TaskDefinition } from '@stint/plugin';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Knex } from 'knex';
import { ERR_PLUGIN_PAYLOAD, ERR_PLUGIN_UNDECLARED } from '../errors.ts';

export const MAX_ATTEMPTS = 12;

/** The flag by which a worker passes over jobs of plugins that do not run in it. */
export function flagOf(pluginId: string): string {
  return `plugin:${pluginId}`;
}

const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new WeakMap<object, ValidateFunction>();

/** @throws STINT_ERR_PLUGIN_PAYLOAD */
export function checkPayload(
  task: string,
  { payload: schema }: TaskDefinition,
  payload: unknown,
): void {
  if (!schema) return;
  const validate = validators.get(schema) ?? ajv.compile(schema);
  validators.set(schema, validate);
  if (!validate(payload)) throw new ERR_PLUGIN_PAYLOAD(task, ajv.errorsText(validate.errors));
}

export interface PluginJob {
  plugin: string;
  task: string;
  payload: unknown;
  queue?: string;
}

export interface When {
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** Adds a job. Job keys and queues are global in Graphile Worker, so the plugin's id goes before them. */
export async function enqueue(
  db: Knex,
  job: PluginJob,
  { key, runAt, maxAttempts = MAX_ATTEMPTS }: When,
): Promise<void> {
  const { plugin, queue } = job;
  await db.raw(
    `SELECT graphile_worker.add_job('plugin_task', :payload::json, queue_name => :queue, run_at => :runAt,
       max_attempts => :maxAttempts, job_key => :key, flags => ARRAY[:flag]::text[])`,
    {
      payload: JSON.stringify(job),
      queue: queue === undefined ? null : `${plugin}:${queue}`,
      key: key === undefined ? null : `${plugin}:${key}`,
      runAt: runAt ?? new Date(),
      maxAttempts,
      flag: flagOf(plugin),
    },
  );
}

export function makeJobs(
  db: Knex,
  plugin: string,
  tasks: ReadonlyMap<string, TaskDefinition>,
): PluginJobs {
  return {
    async add(task, payload = {}, { queue, ...when } = {}) {
      const definition = tasks.get(task);
      if (!definition) throw new ERR_PLUGIN_UNDECLARED('task', task);
      checkPayload(task, definition, payload);
      await enqueue(db, { plugin, task, payload, queue }, when);
    },
  };
}
