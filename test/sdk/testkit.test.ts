import { join } from 'node:path';
import { createTestHost } from '@stint/plugin-testkit';
import t from 'tap';
import { fixturePlugins } from '../fixtures/plugin-app.ts';

const goals = join(fixturePlugins, 'goals');

t.test('a test host', async (t) => {
  const host = await createTestHost({ plugin: goals, settings: { limit: 3 } });
  t.teardown(() => host.stop());
  const anna = await host.person({ time_zone: 'Europe/Berlin' });

  t.test('is a real core with one plugin, its settings saved', async (t) => {
    t.same(await host.plugin.state(), { state: 'active', error: null });
    const { body } = await host.request('/plugins/goals/settings', {
      as: await host.person({ role: 'admin' }),
    });
    t.equal(body.values.limit, 3);
    t.equal((await host.request('/me', { as: anna })).body.time_zone, 'Europe/Berlin');
  });

  t.test('calls as somebody, or as nobody', async (t) => {
    const path = host.plugin.route('/seconds');
    t.equal((await host.request(path)).status, 401);
    t.same((await host.request(path, { as: anna })).body, { total: 0 });
    const started = await host.request(host.plugin.route('/start'), {
      as: anna,
      body: { description: 'x' },
    });
    t.equal(started.status, 201);
  });

  t.test('has a clock of its own, and runs jobs when told', async (t) => {
    host.clock.advance({ minutes: 10 });
    await anna.post('/timer/stop');
    t.same(await host.plugin.query('SELECT * FROM seconds'), []);
    await host.runJobs();
    t.match(await host.plugin.query('SELECT seconds FROM seconds WHERE user_id = $1', [anna.id]), [
      { seconds: 600 },
    ]);
  });

  t.test('emits events that are made up, and delivers them again', async (t) => {
    const data = { id: 77, version: 2, user_id: anna.id, duration_seconds: 60 };
    const position = await host.emit({ type: 'timer.stopped', data });
    await host.runJobs();
    await host.redeliver(position);
    await host.runJobs();
    t.match(await host.plugin.query('SELECT seconds FROM seconds WHERE entry_id = 77'), [
      { seconds: 60 },
    ]);
  });

  t.test('switches the plugin off and on, and purges it', async (t) => {
    await host.plugin.disable();
    t.match(await host.plugin.state(), { state: 'disabled' });
    await host.plugin.enable();
    t.match(await host.plugin.state(), { state: 'active' });
    await host.plugin.purge();
    t.match(await host.plugin.state(), { state: 'purged' });
  });
});

t.test('a plugin that does not start is an error with its reason', async (t) => {
  const folder = t.testdir({
    'package.json': JSON.stringify({
      name: 'x',
      version: '1.0.0',
      keywords: ['stint-plugin'],
      engines: { stint: '^1.0.0' },
      stint: { id: 'broken', displayName: 'Broken', entry: './none.ts' },
    }),
  });
  await t.rejects(createTestHost({ plugin: folder }), { message: /broken is failed: .*none\.ts/ });
  await t.rejects(createTestHost({ plugin: t.testdir({ 'package.json': '{}' }) }), {
    message: /no "stint" block/,
  });
});
