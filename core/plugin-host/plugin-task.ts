/** Runs one job of a plugin: payload checked again, a deadline, typed errors turned into what the queue understands. */
import type { Knex } from 'knex';
import { checkPayload, type PluginJob } from './context/job-queue.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_UNAVAILABLE, ERR_PLUGIN_UNDECLARED } from './errors.ts';
import type { PluginHost } from './host.ts';
import { type JobRun, settleFailure } from './job-failures.ts';
import { runAs } from './owner.ts';

const DEFAULT_TIMEOUT_SECONDS = 60;

export async function runPluginTask(
  { db, host }: { db: Knex; host: PluginHost },
  pluginJob: PluginJob,
  job: JobRun,
): Promise<void> {
  const { plugin: pluginId, task, payload } = pluginJob;
  const plugin = host.get(pluginId);
  // Paused by its flag as a rule; this is the instant in which it was just stopped.
  if (!plugin?.run) throw new ERR_PLUGIN_UNAVAILABLE(pluginId, plugin?.state ?? 'not here');
  const { signal } = plugin.run.abort;
  const definition = plugin.run.registrations.tasks.get(task);
  try {
    // An older version of the plugin had it.
    if (!definition) throw new ERR_PLUGIN_UNDECLARED('task', task);
    const seconds = definition.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
    checkPayload(task, definition, payload);
    await withDeadline(
      `The task ${pluginId}:${task}`,
      seconds * 1000,
      (signal) =>
        runAs(pluginId, () =>
          definition.run(payload as never, { id: job.id, attempt: job.attempt, signal }),
        ),
      signal,
    );
    host.slots.noteInTime(pluginId);
  } catch (error) {
    host.slots.noteFailure(pluginId, error);
    const queued = { identifier: 'plugin_task', name: task, payload: pluginJob } as const;
    await settleFailure(db, plugin, queued, job, error);
  }
}
