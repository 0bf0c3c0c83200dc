/** Runs one job of a plugin: payload checked again, a deadline, typed errors turned into what the queue understands. */
import type { Knex } from 'knex';
import type { PluginJob } from './context/job-queue.ts';
import { checkData } from './context/schema-check.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_UNAVAILABLE, ERR_PLUGIN_UNDECLARED } from './errors.ts';
import type { PluginHost } from './host.ts';
import { type JobRun, settleFailure } from './job-failures.ts';
import { runAs } from './owner.ts';
import { findRecord } from './plugin-record.ts';

// What `defineTask` says, for those who do without it.
const DEFAULT_TIMEOUT_SECONDS = 60;

export async function runPluginTask(
  { db, host }: { db: Knex; host: PluginHost },
  pluginJob: PluginJob,
  job: JobRun,
): Promise<void> {
  const { plugin: pluginId, task, payload } = pluginJob;
  const plugin = host.get(pluginId);
  // It was purged, and this job of it was running at that moment.
  if (!plugin && !(await findRecord(db, pluginId))) return;
  // Paused by its flag as a rule; this is the instant in which it was just stopped.
  if (!plugin?.run) throw new ERR_PLUGIN_UNAVAILABLE(pluginId, plugin?.state ?? 'not here');
  const { signal } = plugin.run.abort;
  const registered = plugin.run.registrations.tasks.get(task);
  try {
    // An older version of the plugin had it.
    if (!registered) throw new ERR_PLUGIN_UNDECLARED('task', task);
    const { declaration, run } = registered;
    checkData(`the task ${task}`, declaration.payload, payload);
    await host.metrics.measureJob(pluginId, task, () =>
      withDeadline(
        `The task ${pluginId}:${task}`,
        (declaration.timeoutSeconds || DEFAULT_TIMEOUT_SECONDS) * 1000,
        (signal) =>
          runAs(pluginId, () =>
            run(payload as never, { id: job.id, attempt: job.attempt, signal }),
          ),
        signal,
      ),
    );
    host.slots.noteInTime(pluginId);
  } catch (error) {
    host.slots.noteFailure(pluginId, error);
    const queued = { identifier: 'plugin_task', name: task, payload: pluginJob } as const;
    await settleFailure(db, plugin, queued, job, error);
  }
}
