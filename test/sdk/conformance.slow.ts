import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { conformance } from '@stint/plugin-testkit';
import t, { type Test } from 'tap';
import { checkDeliveries } from '../../core/sdk/testkit/conformance/deliveries.ts';
import { checkRepetitions } from '../../core/sdk/testkit/conformance/repetitions.ts';
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
  t.match(Object.values(faults), [/^GET \/broken answers 502/]);
  t.equal(Object.keys(faults).length, 1);
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
    t.match(about('handlers'), /timer\.started delivered twice/);
  });
  t.test('is caught when the order of events decides', async (t) => {
    const hasty = await makeSloppy(t, { handler: `ctx.kv.set('last', [entity.id, seq])` });
    await t.rejects(checkDeliveries(hasty), { message: /in another order lead to something else/ });
  });
  t.test('is caught when a job or a schedule does its work twice', async (t) => {
    t.match(about('run twice'), /the task add run twice is not the same as once/);
    const told = await makeSloppy(t, { task: '', cron: `ctx.notify(user.id, { text: 'Again' })` });
    await t.rejects(checkRepetitions(told), { message: /the schedule daily run twice/ });
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

/** Pieces of its code in place of what it does wrong by default. */
interface Sloppy {
  handler?: string;
  task?: string;
  cron?: string;
}

const count = `ctx.kv.set('count', ((await ctx.kv.get('count')) ?? 0) + 1)`;

async function makeSloppy(
  t: Test,
  { handler = count, task = count, cron = '' }: Sloppy = {},
): Promise<string> {
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
          events: ['timer.stopped', 'timer.started'],
          routes: ['GET /leak', 'GET /leak/:id'],
          tasks: ['add'],
          crons: ['daily'],
          cards: [card],
        },
      },
    }),
    'plugin.ts': `
      import { definePlugin, defineTask } from '@stint/plugin';
      import { Type } from 'typebox';
      setTimeout(() => {}, 3000);
      export default definePlugin({
        settings: { instance: Type.Object({ key: Type.Optional(Type.String({ 'x-secret': true })) }) },
        setup(ctx) {
          for (let i = 0; i < 5; i += 1) setTimeout(() => {}, 15_000);
          ctx.on(['timer.stopped', 'timer.started'], async ({ entity, seq }) => { await ${handler}; });
          ctx.task(defineTask('add'), async () => { await ${task || 0}; });
          ctx.cron('daily', { perUser: '09:00', run: async ({ user }) => { await ${cron || 0}; } });
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
