import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conformance } from '@stint/plugin-testkit';
import t, { type Test } from 'tap';
import { fixturePlugins } from '../fixtures/plugin-app.ts';

/** Title (without its prefix) → what is wrong, or nothing. */
async function findFaults(folder: string): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  await conformance(folder, async (title, run) => {
    await run().catch((error: Error) => {
      faults[title.replace('conforms: ', '')] = error.message;
    });
  });
  return faults;
}

t.test('conformance names what a plugin does wrong, and nothing else', async (t) => {
  const faults = await findFaults(join(fixturePlugins, 'goals'));
  t.match(Object.values(faults).sort(), [
    /^GET \/broken answers 502/,
    /^POST \/start does not declare what it answers/,
  ]);
  t.equal(Object.keys(faults).length, 2);
});

t.test('a plugin that does everything wrong', async (t) => {
  const faults = Object.entries(await findFaults(await makeSloppy(t)));
  const about = (words: string) => faults.find(([title]) => title.includes(words))?.[1] ?? '';

  t.test('is caught when its import does something', async (t) => {
    t.match(about('importing'), /timers/);
  });
  t.test('is caught when it leaves something behind', async (t) => {
    t.match(about('three times'), /use ctx\.onDispose/);
  });
  t.test('is caught when a handler counts a repeated event twice', async (t) => {
    t.match(about('handlers'), /timer\.stopped delivered twice/);
  });
  t.test('is caught when it shows a secret', async (t) => {
    t.match(about('secret'), /GET .*\/leak shows a secret/);
  });
  t.test('is caught when its cards are not those of the manifest', async (t) => {
    t.match(about('cards'), /defines elements itself/);
  });
  t.test('is caught when a route says nothing of its parameters', async (t) => {
    t.match(about('its routes'), /GET \/leak\/:id does not declare its path's parameters/);
  });
});

async function makeSloppy(t: Test): Promise<string> {
  const manifest = JSON.parse(
    await readFile(join(fixturePlugins, 'goals', 'package.json'), 'utf8'),
  );
  const card = { name: 'one', region: 'dashboard/v1', title: 'One' };
  return t.testdir({
    'package.json': JSON.stringify({
      ...manifest,
      stint: {
        id: 'sloppy',
        displayName: 'Sloppy',
        entry: './plugin.ts',
        ui: './ui.js',
        contributes: {
          events: ['timer.stopped'],
          routes: ['GET /leak', 'GET /leak/:id'],
          cards: [card],
        },
      },
    }),
    'plugin.ts': `
      import { definePlugin } from '@stint/plugin';
      import { Type } from 'typebox';
      setTimeout(() => {}, 3000);
      export default definePlugin({
        settings: { instance: Type.Object({ key: Type.Optional(Type.String({ 'x-secret': true })) }) },
        setup(ctx) {
          for (let i = 0; i < 5; i += 1) setTimeout(() => {}, 15_000);
          ctx.on('timer.stopped', async () => {
            await ctx.kv.set('count', ((await ctx.kv.get('count')) ?? 0) + 1);
          });
          const response = { 200: Type.Object({ key: Type.String() }) };
          const handler = async () => ({ key: (await ctx.settings.instance()).key ?? '' });
          ctx.route({ method: 'GET', path: '/leak', summary: 'Leak', response, handler });
          ctx.route({ method: 'GET', path: '/leak/:id', summary: 'Leak', response, handler });
        },
      });`,
    'ui.js': `customElements.define('x-one', class extends HTMLElement {});
      export default { api: 1, cards: { one: class extends HTMLElement {} } };`,
  });
}
