import { join } from 'node:path';
import t, { type Test } from 'tap';
import type { Found } from '../../core/plugin-host/discover.ts';
import { makeI18n, readTranslations } from '../../core/plugin-host/translations.ts';

const messages = {
  en: {
    behind: '{hours, plural, one {# hour is} other {# hours are}} missing.',
    only: 'In English.',
  },
  de: {
    behind: '{hours, plural, one {# Stunde fehlt} other {# Stunden fehlen}}.',
    sum: '{n, number}',
  },
};

function pluginIn(folder: string, stint: object = {}): Found {
  const manifest = { contributes: { translations: ['en', 'de'] }, ...stint };
  return { id: 'x', folder, package: { stint: manifest } as unknown as Found['package'] };
}

const write = (t: Test, files: object, beside?: string) => {
  const i18n = {
    i18n: Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        `${name}.json`,
        typeof content === 'string' ? content : JSON.stringify(content),
      ]),
    ),
  };
  return t.testdir(beside ? { [beside]: i18n } : i18n);
};

t.test('the texts of a plugin', async (t) => {
  const { t: text } = makeI18n(await readTranslations(pluginIn(write(t, messages))));

  t.test(
    'are in the language of who reads them, or else in English, or else the key',
    async (t) => {
      t.equal(text('de', 'behind', { hours: 1 }), '1 Stunde fehlt.');
      t.equal(
        text('de-AT', 'behind', { hours: 1500 }),
        '1500 Stunden fehlen.'.replace('1500', '1\u00a0500'),
      );
      t.equal(text('en', 'behind', { hours: 2 }), '2 hours are missing.');
      t.equal(text('fr', 'behind', { hours: 2 }), '2 hours are missing.');
      t.equal(text('de', 'only'), 'In English.');
      t.equal(text('de', 'constructor'), 'constructor');
    },
  );

  t.test('write numbers as the person does', async (t) => {
    t.equal(text('de', 'sum', { n: 1234.5 }), '1.234,5');
    t.match(text('de-CH', 'sum', { n: 1234.5 }), /^1\D234\.5$/);
  });

  t.test('say which value is missing', async (t) => {
    t.throws(() => text('de', 'behind'), /hours/);
  });
});

t.test('texts that cannot be used are named with their file', async (t) => {
  const read = (t: Test, files: object) => readTranslations(pluginIn(write(t, files)));
  await t.rejects(read(t, { en: {} }), { message: /i18n\/de\.json.*ENOENT/ });
  await t.rejects(read(t, { en: {}, de: '{' }), { message: /de\.json/ });
  await t.rejects(read(t, { en: { a: 7 }, de: {} }), { message: /en\.json: "a" is not a text/ });
  await t.rejects(read(t, { en: { a: '{hours, plural, one {' }, de: {} }), {
    message: /"a" is no ICU message/,
  });
});

t.test('texts are those of the cards, where a plugin has some', async (t) => {
  const folder = write(t, messages, 'ui');
  const found = pluginIn(folder, { ui: './ui/cards.js' });
  t.equal(makeI18n(await readTranslations(found)).t('en', 'only'), 'In English.');
  t.same(await readTranslations(pluginIn(join(folder, 'none'), { contributes: {} })), new Map());
});
