import { join } from 'node:path';
import t from 'tap';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

const base = join(fixturePlugins, 'base');
const dependent = join(fixturePlugins, 'dependent');
const open = () =>
  (globalThis as unknown as { basePluginOpen: { count: number; disposed: number } }).basePluginOpen;

t.test('a plugin that another one needs', async (t) => {
  const host = await startPluginHost(t, [dependent, base]);
  const admin = await host.person({ role: 'admin' });
  const states = async () =>
    Object.fromEntries(
      (await admin.get('/plugins')).body.data.map((one: { id: string; state: string }) => [
        one.id,
        one.state,
      ]),
    );

  t.test('starts first, and stops last', async (t) => {
    t.same(await states(), { base: 'active', dependent: 'active' });
    await admin.post('/plugins/base/disable');
    t.same(await states(), { base: 'disabled', dependent: 'failed' });
    t.match((await admin.get('/plugins/dependent')).body.last_error, /It needs the plugin base/);
  });

  t.test('is needed to enable the other, and brings it back', async (t) => {
    await admin.post('/plugins/dependent/enable');
    t.match((await admin.get('/plugins/dependent')).body, {
      state: 'failed',
      last_error: /It needs the plugin base, which is disabled/,
    });
    await admin.post('/plugins/base/enable');
    t.same(await states(), { base: 'active', dependent: 'active' });
    t.equal((await admin.get('/plugins/dependent')).body.last_error, null);
  });

  t.test('is restarted by new settings together with what needs it', async (t) => {
    t.equal((await admin.put('/plugins/base/settings', { seconds: 1 })).status, 200);
    t.same(await states(), { base: 'active', dependent: 'active' });
  });

  t.test('takes any order of orders, one at a time, and leaves nothing open', async (t) => {
    const orders = ['disable', 'enable', 'enable', 'disable', 'disable', 'enable', 'disable'];
    const from = open().disposed;
    const answers = await Promise.all(orders.map((order) => admin.post(`/plugins/base/${order}`)));
    t.ok(answers.every(({ status }) => status === 200));
    await admin.post('/plugins/base/enable');
    t.same(await states(), { base: 'active', dependent: 'active' });
    t.equal(open().count, 1, 'one is open');
    t.ok(open().disposed > from);
    await admin.post('/plugins/base/disable');
    t.equal(open().count, 0, 'none is open');
  });
});

t.test('saved settings of an older version', async (t) => {
  const host = await startPluginHost(t, [base]);
  const admin = await host.person({ role: 'admin' });
  await admin.put('/plugins/base/settings', { key: 'xoxb-0123456789-secret' });

  t.test('are brought up to date before the plugin starts, with their secrets', async (t) => {
    await host.db('plugin_settings').update({ settings_version: 1, data: '{"minutes": 3}' });
    await host.host.restart('base');
    t.same((await admin.get('/plugins/base/settings')).body.values, {
      seconds: 180,
      key: { set: true },
    });
    t.match(await host.db('plugin_settings').first(), { settings_version: 2 });
  });

  t.test('that are newer than the plugin keep it from starting', async (t) => {
    await host.db('plugin_settings').update({ settings_version: 3 });
    await host.host.restart('base');
    const { state, last_error } = (await admin.get('/plugins/base')).body;
    t.equal(state, 'failed');
    t.match(last_error, /the saved ones are of version 3, the plugin of 2/);
  });
});

t.test('a plugin during whose start the process ended three times', async (t) => {
  const host = await startPluginHost(t, [base]);
  const admin = await host.person({ role: 'admin' });
  for (let time = 1; time <= 3; time += 1) {
    // What a killed process leaves behind.
    await host
      .db('processes')
      .insert({ id: `dead${time}`, host: 'gone', pid: 1, heartbeat_at: new Date(0) });
    await host.db('plugin_starts').insert({ plugin_id: 'base', process_id: `dead${time}` });
    await host.host.processes.start();
    await host.host.restart('base');
    const { state, last_error } = (await admin.get('/plugins/base')).body;
    t.equal(state, time === 3 ? 'failed' : 'active');
    if (time === 3) t.match(last_error, /The process ended 3 times/);
    // Going well once would make it innocent.
    await host.db('plugins').update({ crashes: time });
  }
  t.equal((await admin.post('/plugins/base/enable')).body.state, 'active');
});
