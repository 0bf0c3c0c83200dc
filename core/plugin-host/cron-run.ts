/** Runs one schedule for what it was due for. What nobody wants any more is let go. */
import type { CronSchedule, PluginContext } from '@stint/plugin';
import type { Knex } from 'knex';
import type { CronJob } from './crons.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import type { PluginHost } from './host.ts';
import { type JobRun, settleFailure } from './job-failures.ts';
import { runAs } from './owner.ts';
import { findPerson } from './people.ts';

const CRON_MS = 60_000;

export async function runCron(
  { db, host }: { db: Knex; host: PluginHost },
  cronJob: CronJob,
  job: JobRun,
): Promise<void> {
  const { plugin: pluginId, cron } = cronJob;
  const plugin = host.get(pluginId);
  // Paused by its flag as a rule; this is the instant in which it was just stopped.
  if (!plugin?.run) throw new ERR_PLUGIN_UNAVAILABLE(pluginId, plugin?.state ?? 'not here');
  const { registrations, context, abort } = plugin.run;
  // An older version of the plugin had it.
  const schedule = registrations.crons.get(cron);
  if (!schedule) return;
  try {
    await host.metrics.measureJob(pluginId, `cron:${cron}`, () =>
      withDeadline(
        `The schedule ${pluginId}:${cron}`,
        CRON_MS,
        () => runAs(pluginId, () => runSchedule(db, context, schedule, cronJob)),
        abort.signal,
      ),
    );
    host.slots.noteInTime(pluginId);
  } catch (error) {
    host.slots.noteFailure(pluginId, error);
    const task = { identifier: 'plugin_cron', name: `cron:${cron}`, payload: cronJob } as const;
    await settleFailure(db, plugin, task, job, error);
  }
}

async function runSchedule(
  db: Knex,
  context: PluginContext,
  schedule: CronSchedule,
  { at, user_id = 0, local_date = '' }: CronJob,
): Promise<void> {
  if (schedule.pattern !== undefined) {
    if (at !== undefined) await schedule.run({ at: new Date(at) });
    return;
  }
  const user = await findPerson(db, user_id);
  if (!user) return;
  if (schedule.perUser !== undefined) {
    const settings = await context.settings.user(user_id);
    return schedule.run({ user, local_date, settings });
  }
  const connection = await context.connections.ofUser(user_id);
  if (connection?.is_active) await schedule.run({ user, local_date, connection });
}
