/** Pulls from every plugin that provides a kind, all at once, 2 s each; names those that did not answer. */
import { OverlayBlock, type ProviderKind, type ProviderQuestion, Suggestion } from '@stint/plugin';
import { Type } from 'typebox';
import { checkData } from './context/schema-check.ts';
import { withDeadline } from './deadline.ts';
import type { PluginHost } from './host.ts';
import { runAs } from './owner.ts';

const PROVIDER_MS = 2000;
const MAX_ITEMS = 200;

/** Of the kinds that the page draws itself. */
const shapes: Partial<Record<ProviderKind, object>> = {
  suggestions: Type.Array(Suggestion),
  'calendar-overlay': Type.Array(OverlayBlock),
};

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
        const shape = shapes[kind];
        if (shape) checkData(`${kind} of ${plugin.id}`, shape, plain);
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
