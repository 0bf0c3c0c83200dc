/** Runs one job of a plugin: payload checked again, a deadline, typed errors turned into what the queue understands. */
import { AuthFailed, ConfigError, NotReady, RateLimited } from '@stint/plugin';
import type { Knex } from 'knex';
import { checkPayload, enqueue, type PluginJob } from './context/job-queue.ts';
import { withDeadline } from './deadline.ts';
import type { PluginHost } from './host.ts';

const DEFAULT_TIMEOUT_SECONDS = 60;

export interface JobRun {
  id: string;
  attempt: number;
  maxAttempts: number;
}

export async function runPluginTask(
  { db, host }: { db: Knex; host: PluginHost },
  pluginJob: PluginJob,
  job: JobRun,
): Promise<void> {
  const { plugin: pluginId, task, payload } = pluginJob;
  const plugin = host.get(pluginId);
  const definition = plugin?.run?.registrations.tasks.get(task);
  // Paused by its flag as a rule; this is the instant in which it was just stopped.
  if (!plugin || !definition)
    throw new Error(`The plugin ${pluginId} does not run the task ${task} here.`);
  const seconds = definition.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  try {
    checkPayload(task, definition, payload);
    await withDeadline(`The task ${pluginId}:${task}`, seconds * 1000, (signal) =>
      definition.run(payload as never, { id: job.id, attempt: job.attempt, signal }),
    );
  } catch (error) {
    const isFinal =
      error instanceof AuthFailed || error instanceof ConfigError || job.attempt >= job.maxAttempts;
    if (error instanceof NotReady || error instanceof RateLimited) {
      // The other side named a time: the attempt does not count, and the queue's back-off does not apply.
      const runAt = new Date(Date.now() + error.retryAfterSeconds * 1000);
      return enqueue(db, pluginJob, { runAt });
    }
    if (!isFinal) throw error;
    plugin.degrade(error as Error);
    await db('job_failures').insert({
      plugin_id: pluginId,
      task,
      payload: JSON.stringify(payload ?? {}),
      attempts: job.attempt,
      last_error: (error as Error).message.slice(0, 2000),
    });
  }
}
