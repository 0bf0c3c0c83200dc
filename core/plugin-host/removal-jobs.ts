/** The job that purges plugins 30 days after they were uninstalled, every hour. */
import type { Context } from '../infra/context.ts';
import type { JobDeps, Jobs } from '../infra/queue.ts';
import { readSettings } from '../settings/read.ts';
import type { PluginHost } from './host.ts';
import { purgeUninstalled } from './removal.ts';

export function removalJobs({ db, clock, log }: JobDeps, host: PluginHost): Jobs {
  return {
    crons: { purge_plugins: '23 * * * *' },
    tasks: {
      purge_plugins: async () => {
        const actor = {
          role: 'admin',
          via: 'job:purge_plugins',
          time_zone: 'UTC',
          week_start: 1,
        } as const;
        const context: Context = { db, clock, actor, settings: await readSettings(db) };
        const purged = await purgeUninstalled(context, host);
        if (purged.length > 0) log.info({ plugins: purged }, 'purged');
      },
    },
  };
}
