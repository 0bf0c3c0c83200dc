/** The catalogs of the web app, held to its sources: nothing missing, nothing left over, both languages alike. */
import { glob, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import t from 'tap';

const read = async (file: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(file, 'utf8'));
const english = await Array.fromAsync(glob('ui/{i18n,{pages,cards,components}/*/i18n}/en.json'));
const sources = await Promise.all(
  (await Array.fromAsync(glob('ui/{shell,pages,cards,components,data,i18n}/**/*.ts'))).map((file) =>
    readFile(file, 'utf8'),
  ),
);
const source = sources.join('\n');

/** Keys written out, and the beginnings of those that are put together: `nav.page.${name}`. */
const written = new Set(Array.from(source.matchAll(/'([a-zA-Z]+(?:\.\w+)+)'/g), ([, key]) => key));
const begun = Array.from(
  source.matchAll(/`((?:[a-zA-Z]+\.)+)\$\{/g),
  ([, start]) => start as string,
);
const isUsed = (key: string) => written.has(key) || begun.some((start) => key.startsWith(start));

/** Names of the values in a message. */
function valuesOf(text: string): string[] {
  const ast = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
  const found = JSON.stringify(ast).matchAll(/"type":[1-6],"value":"(\w+)"/g);
  return [...new Set(Array.from(found, ([, name]) => name as string))].sort();
}

t.test('every catalog says the same in German as in English', async (t) => {
  t.ok(english.length >= 3);
  for (const file of english) {
    const [en, de] = await Promise.all([read(file), read(file.replace('en.json', 'de.json'))]);
    t.same(Object.keys(de), Object.keys(en), `the keys of ${file}`);
    t.same(Object.keys(en), Object.keys(en).sort(), `${file} is sorted`);
    for (const [key, text] of Object.entries(en)) {
      t.same(valuesOf(de[key] ?? ''), valuesOf(text), `the values of ${key}`);
    }
  }
});

t.test('every text is used, and every used one is there', async (t) => {
  const catalogs = await Promise.all(english.map(read));
  const keys = new Set(catalogs.flatMap((catalog) => Object.keys(catalog)));
  t.same(
    [...keys].filter((key) => !isUsed(key) && !key.endsWith('.title')),
    [],
    'none is left over',
  );
  // What `t('…')` is called with, as it stands in the source.
  const called = Array.from(source.matchAll(/\bt\(\s*'([^']+)'/g), ([, key]) => key as string);
  t.ok(called.length > 100);
  t.same(
    called.filter((key) => !keys.has(key)),
    [],
    'none is missing',
  );
});

t.test("a page's texts begin with its name, so that no two meet", async (t) => {
  for (const file of english.filter((one) => one.startsWith('ui/pages/'))) {
    const name = dirname(dirname(file)).split('/').at(-1);
    const foreign = Object.keys(await read(file)).filter((key) => !key.startsWith(`${name}.`));
    t.same(foreign, [], file);
  }
});
