/** Jobs of plugins that failed for good: kept with what they were to do, until somebody retries or discards them. */
import { AuthFailed, ConfigError, NotReady, RateLimited } from '@stint/plugin';
import type { Knex } from 'knex';
import { addJob } from './context/job-queue.ts';
import { ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import { describeFault } from './fault.ts';
import type { Plugin } from './plugin.ts';

export interface JobRun {
  id: string;
  attempt: number;
  maxAttempts: number;
}

/** What the queue was asked to do. */
export interface QueuedTask {
  /** The task of the queue. */
  identifier: 'plugin_task' | 'plugin_cron' | 'deliver';
  /** What people call it: the plugin's task, `cron:` and its schedule, or `event:` and the type. */
  name: string;
  /** The payload of the queue's task. */
  payload: object;
}

export interface JobFailure {
  id: number;
  plugin_id: string;
  task: string;
  payload: { identifier: QueuedTask['identifier']; payload: object };
  attempts: number;
  last_error: string;
  failed_at: Date;
}

/** Has it tried again, or, after the last attempt or where none can help, keeps it as a failure. */
export async function settleFailure(
  db: Knex,
  plugin: Plugin,
  task: QueuedTask,
  job: JobRun,
  error: unknown,
): Promise<void> {
  const { redact } = plugin.secrets;
  const seconds = secondsToWait(error);
  if (seconds !== undefined) {
    // The attempt does not count, and the queue's back-off does not apply.
    return enqueueTask(db, plugin.id, task, seconds);
  }
  const isFinal =
    error instanceof AuthFailed || error instanceof ConfigError || job.attempt >= job.maxAttempts;
  const text = describeFault(error, redact);
  // The queue keeps and logs the text of what is thrown here.
  if (!isFinal) throw new Error(text);
  plugin.degrade(error);
  await db('job_failures').insert({
    plugin_id: plugin.id,
    task: task.name,
    payload: JSON.stringify({ identifier: task.identifier, payload: task.payload }),
    attempts: job.attempt,
    last_error: text,
  });
}

/** The latest first. */
export async function listFailures(db: Knex, plugin_id: string): Promise<JobFailure[]> {
  return db('job_failures').where({ plugin_id }).orderBy('id', 'desc').limit(200);
}

/** Puts it into the queue again, with all attempts. False when there is no such failure. */
export async function retryFailure(db: Knex, plugin_id: string, id: number): Promise<boolean> {
  return db.transaction(async (trx) => {
    const [failure]: JobFailure[] = await trx('job_failures')
      .where({ plugin_id, id })
      .delete()
      .returning('*');
    if (!failure) return false;
    await enqueueTask(trx, plugin_id, { name: failure.task, ...failure.payload });
    return true;
  });
}

export async function discardFailure(db: Knex, plugin_id: string, id: number): Promise<boolean> {
  return (await db('job_failures').where({ plugin_id, id }).delete()) > 0;
}

async function enqueueTask(
  db: Knex,
  plugin: string,
  { identifier, payload }: QueuedTask,
  delaySeconds = 0,
): Promise<void> {
  const { queue } = payload as { queue?: string };
  await addJob(db, { identifier, plugin, payload, queue, delaySeconds });
}

/** Where the other side named a time, or the plugin was stopped meanwhile. */
function secondsToWait(error: unknown): number | undefined {
  if (error instanceof ERR_PLUGIN_UNAVAILABLE) return 1;
  if (!(error instanceof NotReady || error instanceof RateLimited)) return undefined;
  return Math.min(Math.max(Number(error.retryAfterSeconds) || 1, 1), 86_400);
}
