/** Pulls from every plugin that provides a kind, all at once, 2 s each; names those that did not answer. */
import type { ProviderKind, ProviderQuestion } from '@stint/plugin';
import { withDeadline } from './deadline.ts';
import type { PluginHost } from './host.ts';

const PROVIDER_MS = 2000;

export interface Provided {
  results: { plugin: string; items: unknown[] }[];
  /** Plugins that failed or were late. */
  missing: string[];
}

export async function pull(
  host: PluginHost,
  kind: ProviderKind,
  question: ProviderQuestion,
): Promise<Provided> {
  const provided: Provided = { results: [], missing: [] };
  await Promise.all(
    host.providersOf(kind).map(async ({ plugin, provide }) => {
      try {
        const items = await withDeadline(`${kind} of ${plugin.id}`, PROVIDER_MS, () =>
          provide(structuredClone(question)),
        );
        if (!Array.isArray(items)) throw new TypeError(`${kind} of ${plugin.id} is not a list`);
        provided.results.push({ plugin: plugin.id, items });
      } catch (error) {
        plugin.degrade(error as Error);
        provided.missing.push(plugin.id);
      }
    }),
  );
  return provided;
}
