/**
 * The texts of a plugin, for the server: the same files that its cards have, `i18n/<language>.json`
 * beside the ui module, or in the plugin's folder where it has none. Flat ICU messages by key.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PluginI18n } from '@stint/plugin';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Found } from './discover.ts';
import { ERR_PLUGIN_MANIFEST } from './errors.ts';

/** Language → key → message. */
export type Catalogs = ReadonlyMap<string, Readonly<Record<string, string>>>;

const FALLBACK = 'en';

/** @throws STINT_ERR_PLUGIN_MANIFEST for a file that is missing or no catalog, or a message that is none */
export async function readTranslations({ folder, package: found }: Found): Promise<Catalogs> {
  const { ui, contributes } = found?.stint ?? {};
  const beside = join(folder, ui ? dirname(ui) : '.', 'i18n');
  const languages = contributes?.translations ?? [];
  const read = async (language: string) =>
    [language, await readCatalog(join(beside, `${language}.json`), language)] as const;
  return new Map(await Promise.all(languages.map(read)));
}

async function readCatalog(file: string, language: string): Promise<Record<string, string>> {
  try {
    const catalog = JSON.parse(await readFile(file, 'utf8'));
    for (const [key, message] of Object.entries(catalog)) {
      if (typeof message !== 'string') throw new Error(`"${key}" is not a text`);
      try {
        new IntlMessageFormat(message, language);
      } catch (error) {
        throw new Error(`"${key}" is no ICU message: ${(error as Error).message}`);
      }
    }
    return catalog;
  } catch (error) {
    throw new ERR_PLUGIN_MANIFEST(`${file}: ${(error as Error).message}`);
  }
}

export function makeI18n(catalogs: Catalogs): PluginI18n {
  const formats = new Map<string, IntlMessageFormat>();
  return {
    t(locale, key, values = {}) {
      const found = find(catalogs, locale, key);
      if (!found) return key;
      // The message is of its own language, its numbers and dates are of the person's.
      const name = `${found.isOwn ? locale : found.language}\n${key}`;
      const format =
        formats.get(name) ??
        new IntlMessageFormat(found.message, found.isOwn ? locale : found.language);
      formats.set(name, format);
      return String(format.format(values));
    },
  };
}

function find(catalogs: Catalogs, locale: string, key: string) {
  const own = locale.split('-')[0] ?? FALLBACK;
  for (const language of [own, FALLBACK]) {
    const catalog = catalogs.get(language);
    if (catalog && Object.hasOwn(catalog, key)) {
      return { language, message: catalog[key] as string, isOwn: language === own };
    }
  }
  return undefined;
}
