/** Plugins as administrators see them: reads, and what a state means. */
import type { Standing } from '../styles/standing.ts';
import { api } from './api.ts';
import { type Read, refresh } from './queries.ts';
import type { InstalledPlugin, JobFailure, PluginVersion } from './wire.ts';

type State = InstalledPlugin['state'];

// They change by themselves, by faults that no change of data tells of.
const LOOK_AGAIN_MS = 15_000;

/** All of them, those as well whose data is still kept. */
export const installedRead: Read<InstalledPlugin[]> = {
  queryKey: ['plugins', 'all'],
  queryFn: async () =>
    (await api.get<{ data: InstalledPlugin[] }>('/plugins', { include_uninstalled: true })).data,
  refetchInterval: LOOK_AGAIN_MS,
};

export const installedOne = (id: string): Read<InstalledPlugin> => ({
  queryKey: ['plugins', id],
  queryFn: () => api.get<InstalledPlugin>(`/plugins/${id}`),
  refetchInterval: LOOK_AGAIN_MS,
});

export const versionsRead = (id: string): Read<PluginVersion[]> => ({
  queryKey: ['plugins', id, 'versions'],
  queryFn: async () => (await api.get<{ data: PluginVersion[] }>(`/plugins/${id}/versions`)).data,
});

export interface FailureOf extends JobFailure {
  plugin: InstalledPlugin;
}

/** Jobs that failed for good, of all plugins, newest first. */
export const failuresRead: Read<FailureOf[]> = {
  queryKey: ['plugins', 'failures'],
  queryFn: async () => {
    const { data } = await api.get<{ data: InstalledPlugin[] }>('/plugins', {
      include_uninstalled: true,
    });
    const each = data.map(async (plugin) => {
      const path = `/plugins/${plugin.id}/failures`;
      const { data } = await api.get<{ data: JobFailure[] }>(path);
      return data.map((failure) => ({ ...failure, plugin }));
    });
    const all = (await Promise.all(each)).flat();
    return all.toSorted((a, b) => Date.parse(b.failed_at) - Date.parse(a.failed_at));
  },
  refetchInterval: LOOK_AGAIN_MS,
};

const standings: Partial<Record<State, Standing>> = {
  active: 'good',
  degraded: 'warn',
  needs_config: 'warn',
  incompatible: 'bad',
  failed: 'bad',
  discovered: 'busy',
  migrating: 'busy',
  starting: 'busy',
  stopping: 'busy',
};

export function standingOf(state: State): Standing {
  return standings[state] ?? 'off';
}

/** After anything that was done to a plugin: its cards, connections and settings may be others. */
export function refreshPlugins(): void {
  refresh('plugins', 'ui-plugins', 'me');
}
