/** Adds a job of the host itself on a plugin's behalf: it waits wherever that plugin does not run. */
import type { Knex } from 'knex';
import { flagOf, MAX_ATTEMPTS } from '../context/job-queue.ts';

export interface HostJob {
  task: 'plugin_sync' | 'plugin_inbound';
  plugin: string;
  payload: Record<string, unknown>;
  /** One job of this key waits at a time. */
  key: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
}

export async function addHostJob(
  db: Knex,
  { task, plugin, payload, key, queue, runAt }: HostJob,
): Promise<void> {
  await db.raw(
    `SELECT graphile_worker.add_job(:task, :payload::json, queue_name => :queue, run_at => :runAt,
       max_attempts => :maxAttempts, job_key => :key, flags => ARRAY[:flag]::text[])`,
    {
      task,
      payload: JSON.stringify({ plugin, ...payload }),
      queue: queue === undefined ? null : `${plugin}:${queue}`,
      key: `${plugin}:${key}`,
      runAt: runAt ?? null,
      maxAttempts: MAX_ATTEMPTS,
      flag: flagOf(plugin),
    },
  );
}
