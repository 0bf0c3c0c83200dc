/**
 * The texts of the app in the person's language. A catalog is a flat JSON file of ICU messages; those of
 * the shell come first, those of a page come with it. What is missing shows its key, and tests find it.
 */
import { signal } from '@preact/signals-core';
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'en' | 'de';
export type Values = Record<string, string | number | boolean | Date | null | undefined>;

/** Languages in their own words. */
export const locales: Record<Locale, string> = { en: 'English', de: 'Deutsch' };

const STORED = 'stint.locale';
const files = import.meta.glob<Record<string, string>>(
  ['./{en,de}.json', '../{pages,cards,components}/*/i18n/{en,de}.json'],
  { import: 'default' },
);

export const locale = signal<Locale>(closest(localStorage.getItem(STORED) ?? navigator.language));
const messages = signal<Record<string, string>>({});
const formats = new Map<string, IntlMessageFormat>();
const wanted = new Set<string>();
let switches = 0;

/** The language of `tag` if there is a catalog, else English. */
export function closest(tag: string): Locale {
  const language = tag.split('-')[0] as string;
  return language in locales ? (language as Locale) : 'en';
}

/** Loads the texts of the shell (`.`), or of a page or card: `../pages/today/i18n`. */
export async function loadTexts(folder: string): Promise<void> {
  if (wanted.has(folder)) return;
  wanted.add(folder);
  const language = locale.peek();
  const texts = await readTexts(folder, language);
  // Switched meanwhile: the switch has read this folder as well.
  if (locale.peek() === language) messages.value = { ...messages.peek(), ...texts };
}

/** Adds texts that came from elsewhere: a plugin's, under keys that begin with its id. */
export function addTexts(prefix: string, texts: Record<string, string>): void {
  const own = Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]);
  messages.value = { ...messages.peek(), ...Object.fromEntries(own) };
}

/** Switches all that is on the screen. Of two switches at once, the later one counts. */
export async function setLocale(tag: string): Promise<void> {
  const next = closest(tag);
  switches += 1;
  const turn = switches;
  localStorage.setItem(STORED, next);
  document.documentElement.lang = next;
  if (next === locale.peek()) return;
  const texts: Record<string, string> = {};
  const read = new Set<string>();
  // While some are read, a page may begin to want others.
  while (read.size < wanted.size) {
    const missing = [...wanted].filter((folder) => !read.has(folder));
    for (const folder of missing) read.add(folder);
    Object.assign(texts, ...(await Promise.all(missing.map((one) => readTexts(one, next)))));
  }
  if (turn !== switches) return;
  const ofPlugins = Object.entries(messages.peek()).filter(([key]) => key.startsWith('plugin.'));
  messages.value = { ...Object.fromEntries(ofPlugins), ...texts };
  locale.value = next;
}

/**
 * A text, with its values filled in.
 * @example t('today.gap', { duration: format.duration(900) })
 */
export function t(key: string, values?: Values): string {
  const text = messages.value[key];
  if (text === undefined) return key;
  if (!values && !text.includes('{') && !text.includes("'")) return text;
  const id = `${locale.value} ${text}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(text, locale.value, undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format(values));
}

/** Whether there is such a text in the person's language. */
export function hasText(key: string): boolean {
  return key in messages.value;
}

async function readTexts(folder: string, language: Locale): Promise<Record<string, string>> {
  return (await files[`${folder}/${language}.json`]?.()) ?? {};
}
