/**
 * Which cards there are: the core's own and those of plugins, told apart by nothing but their owner. A
 * module is imported when one of its cards is about to show, and its class is defined here, under a tag
 * with the version in it: an upgrade needs no reload, and no two plugins get into each other's way.
 */
import type { CardClass, UIDefinition } from '@stint/plugin/ui';
import { coreCards } from '../../cards/core-cards.ts';
import type { Schema } from '../../components/schema-form/schema.ts';
import { pluginsRead, readNow } from '../../data/queries.ts';
import { hasRole } from '../../data/session.ts';
import type { Plugin } from '../../data/wire.ts';
import { addTexts, hasText, locale, t } from '../../i18n/texts.ts';

type Declaration = Plugin['cards'][number];
export type Region = Declaration['region'];

export interface CardEntry {
  /** `core/week-projects`, `weekly_goals/week`. */
  key: string;
  /** `core`, or the id of the plugin. */
  owner: string;
  ownerName: string;
  title: string;
  declaration: Declaration;
  /** Its icon, where it is known without looking it up by name. */
  glyph?: string;
  /** Where its module comes from, which is in the stack of what it throws. */
  url?: string;
  /** @param attempt how often it was tried before: a browser keeps the failure of a module */
  load(attempt: number): Promise<string>;
}

/** `?safe=1`: no plugin's code in the page, to mend what one of them broke. */
export const isSafe = new URLSearchParams(location.search).get('safe') === '1';

/** The cards of a region that this person may see, the core's first. */
export async function cardsIn(region: Region): Promise<CardEntry[]> {
  const plugins = isSafe ? [] : await readNow(pluginsRead);
  await Promise.all(plugins.map(loadPluginTexts));
  return [...ownEntries(), ...plugins.flatMap(entriesOf)].filter(
    ({ declaration }) =>
      declaration.region === region && hasRole(declaration.permission ?? 'member'),
  );
}

function ownEntries(): CardEntry[] {
  return coreCards.map(({ load, glyph, ...declaration }) => ({
    key: `core/${declaration.name}`,
    owner: 'core',
    ownerName: 'Stint',
    title: t(declaration.title),
    declaration: inWords(declaration),
    glyph,
    load: async () => define(`stint-card-core-${declaration.name}`, (await load()).default),
  }));
}

/** What the core's own declarations say by keys of texts. */
function inWords(declaration: Declaration): Declaration {
  const { description, configSchema } = declaration;
  const schema = configSchema as Schema | undefined;
  const fields = Object.entries(schema?.properties ?? {}).map(([name, own]) => [
    name,
    { ...own, title: t(own.title as string) },
  ]);
  return {
    ...declaration,
    ...(description && { description: t(description) }),
    ...(schema && { configSchema: { ...schema, properties: Object.fromEntries(fields) } }),
  };
}

function entriesOf(plugin: Plugin): CardEntry[] {
  const { module } = plugin;
  if (module === null) return [];
  return plugin.cards.map((declaration) => {
    const titleKey = `plugin.${plugin.id}.card.${declaration.name}.title`;
    return {
      key: `${plugin.id}/${declaration.name}`,
      owner: plugin.id,
      ownerName: plugin.display_name,
      title: hasText(titleKey) ? t(titleKey) : declaration.title,
      declaration,
      url: new URL(module, location.href).href,
      load: (attempt) => loadPluginCard({ ...plugin, module }, declaration.name, attempt),
    };
  });
}

async function loadPluginCard(
  plugin: Plugin & { module: string },
  name: string,
  attempt: number,
): Promise<string> {
  const url = attempt === 0 ? plugin.module : `${plugin.module}?attempt=${attempt}`;
  const module: { default?: UIDefinition } = await import(/* @vite-ignore */ url);
  const definition = module.default;
  if (definition?.api !== 1) throw new Error('The default export is not defineUI({ api: 1, … }).');
  const card = definition.cards?.[name];
  if (typeof card !== 'function') throw new Error(`The module has no card "${name}".`);
  // An element's name has no capitals and no underscores; a version may have both.
  const version = `${plugin.version}-${attempt}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return define(`stint-card-${plugin.id.replaceAll('_', '-')}-${name}-${version}`, card);
}

function define(tag: string, card: CardClass): string {
  if (!customElements.get(tag)) {
    // A class can stand for one tag only, and a plugin may give the same class to two cards.
    const own = class extends (card as CustomElementConstructor) {};
    customElements.define(tag, own);
  }
  return tag;
}

const loadedTexts = new Map<string, Promise<void>>();

/** The catalog of the person's language, on top of the English one. A plugin without them has no texts. */
function loadPluginTexts(plugin: Plugin): Promise<void> {
  const { module } = plugin;
  if (module === null) return Promise.resolve();
  const language = locale.peek();
  const id = `${plugin.id} ${plugin.version} ${language}`;
  let loading = loadedTexts.get(id);
  if (!loading) {
    loading = (async () => {
      for (const one of new Set(['en', language])) {
        if (!plugin.translations.includes(one)) continue;
        const reply = await fetch(new URL(`i18n/${one}.json`, new URL(module, location.href)));
        if (reply.ok) addTexts(`plugin.${plugin.id}`, await reply.json());
      }
    })().catch(() => {});
    loadedTexts.set(id, loading);
  }
  return loading;
}
