/** The jobs of the surfaces: synchronisations, deliveries, and the clock of those that come by themselves. */
import type { JobDeps, Jobs } from '../../infra/queue.ts';
import type { PluginHost } from '../host.ts';
import { runDelivery } from '../inbound/run-delivery.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { askDueSyncs } from './ask-sync.ts';
import { runSync, type SyncJob } from './run-sync.ts';

export function surfaceJobs({ db, clock, log }: JobDeps, host: PluginHost): Jobs {
  return {
    crons: { plugin_syncs: '* * * * *' },
    tasks: {
      plugin_sync: async (payload, { job }) => {
        const sync = payload as unknown as SyncJob;
        await runSync(findActive(host, sync.plugin), sync, job.attempts >= job.max_attempts);
      },
      plugin_inbound: async (payload, { job }) => {
        const { plugin, delivery } = payload as { plugin: string; delivery: number };
        await runDelivery(findActive(host, plugin), delivery, job.attempts >= job.max_attempts);
      },
      plugin_syncs: async () => {
        for (const { id, run } of host.list()) {
          const { sync, syncEveryMinutes, firstSyncIsAsked } = run?.definition ?? {};
          if (!sync || !syncEveryMinutes) continue;
          const schedule = { everyMinutes: syncEveryMinutes, firstIsAsked: firstSyncIsAsked };
          await askDueSyncs({ db, clock }, id, schedule).catch((error) =>
            log.warn({ err: error, plugin: id }, 'asking for synchronisations failed'),
          );
        }
      },
    },
  };
}

// Paused by its flag as a rule; this is the instant in which it was just stopped.
function findActive(host: PluginHost, id: string): ActivePlugin {
  const active = host.get(id)?.run?.surfaces;
  if (!active) throw new Error(`The plugin ${id} does not run here.`);
  return active;
}
