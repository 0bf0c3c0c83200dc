/** Pulls from every plugin that provides a kind, all at once, 2 s each; names those that did not answer. */
import type { ProviderKind, ProviderQuestion } from '@stint/plugin';
import { withDeadline } from './deadline.ts';
import type { PluginHost } from './host.ts';
import { runAs } from './owner.ts';

const PROVIDER_MS = 2000;
const MAX_ITEMS = 200;

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
          runAs(plugin.id, () => provide(structuredClone(question))),
        );
        if (!Array.isArray(items)) throw new TypeError(`${kind} of ${plugin.id} is not a list`);
        // Plain data, so that what cannot be written as JSON fails here and not in the answer.
        const plain = JSON.parse(JSON.stringify(items.slice(0, MAX_ITEMS)));
        provided.results.push({ plugin: plugin.id, items: plain });
        host.metrics.noteProvider(plugin.id, kind, 'given');
      } catch (error) {
        plugin.degrade(error);
        provided.missing.push(plugin.id);
        host.metrics.noteProvider(plugin.id, kind, 'missing');
      }
    }),
  );
  // Not in the order in which they happened to answer.
  const byPlugin = (a: { plugin: string }, b: { plugin: string }) => (a.plugin < b.plugin ? -1 : 1);
  return { results: provided.results.toSorted(byPlugin), missing: provided.missing.toSorted() };
}
