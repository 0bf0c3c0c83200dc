/** What plugins know of other places' time: suggestions for entries, and blocks for the calendar. */
import type { OverlayBlock, Suggestion } from '@stint/plugin';
import { api, call } from './api.ts';
import { type Read, refresh } from './queries.ts';

export type Proposal = (Suggestion | OverlayBlock) & { plugin: string };

export interface Proposals {
  all: Proposal[];
  /** Plugins that failed or were late. */
  missing: string[];
}

// No change of the core's data tells that another place has something new.
const LOOK_AGAIN_MS = 300_000;

/** @param from and to instants, in milliseconds since 1970 */
export function proposalsRead(
  kind: 'suggestions' | 'calendar-overlay',
  from: number,
  to: number,
): Read<Proposals> {
  const query = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  return {
    queryKey: ['providers', kind, query],
    queryFn: async () => {
      const { results, missing } = await api.get<{
        results: { plugin: string; items: (Suggestion | OverlayBlock)[] }[];
        missing: string[];
      }>(`/providers/${kind}`, query);
      const all = results.flatMap(({ plugin, items }) => items.map((one) => ({ ...one, plugin })));
      return { all: all.toSorted(byStart), missing };
    },
    refetchInterval: LOOK_AGAIN_MS,
  };
}

/** Calls one of the plugin's own routes, as its proposal names it. @returns what it says of that */
export async function answer({ plugin }: Proposal, route: string): Promise<string | undefined> {
  const [method, path] = route.split(' ') as ['POST', string];
  const said = await call<{ message?: unknown } | undefined>(
    method,
    `/api/plugins/${plugin}${path}`,
  );
  // Whatever it recorded: live updates tell of the core's data, and not that the proposal is gone.
  refresh('providers', 'time-entries', 'timer', 'reports');
  return typeof said?.message === 'string' ? said.message : undefined;
}

function byStart(a: Proposal, b: Proposal): number {
  return Date.parse(a.start_time) - Date.parse(b.start_time);
}
