import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';
import { until } from '../fixtures/until.ts';

const goals = join(fixturePlugins, 'goals');
const all = [...scopes, 'read:goals', 'write:goals'];

t.test('a plugin', async (t) => {
  const host = await startPluginHost(t, [goals]);
  const admin = await host.person({ role: 'admin', scopes: all });
  const person = await host.person({ scopes: all });

  t.test('is active, with what it declares for administrators to see', async (t) => {
    const { body } = await admin.get('/plugins');
    t.match(body.data, [
      { id: 'goals', state: 'active', version: '1.2.0', enabled: true, last_error: null },
    ]);
    t.equal((await person.get('/plugins')).status, 403);
  });

  t.test('serves its routes to whoever may call them', async (t) => {
    t.same((await person.get('/api/plugins/goals/seconds')).body, { total: 0 });
    const narrow = await host.person({ scopes: ['read:time_entries'] });
    t.equal((await narrow.get('/api/plugins/goals/seconds')).body.code, 'STINT_ERR_SCOPE_MISSING');
    t.equal((await host.withToken(undefined).get('/api/plugins/goals/seconds')).status, 401);
    t.equal((await person.get('/api/plugins/goals/none')).status, 404);
    t.equal((await person.get('/api/plugins/nobody/x')).status, 404);
  });

  t.test('acts as a user through the API, with its name on what it did', async (t) => {
    const started = await person.post('/api/plugins/goals/start', { description: 'by plugin' });
    t.equal(started.status, 201);
    t.match(started.body, { user_id: person.id, description: 'by plugin' });
    const event = await host
      .db('events')
      .where({ type: 'timer.started' })
      .orderBy('position', 'desc')
      .first();
    t.match(event, {
      actor: { user_id: person.id, via: 'plugin:goals' },
      origin: { plugin: 'goals' },
    });
    const refused = await person.post('/api/plugins/goals/start', { description: 'again' });
    t.equal(refused.status, 409);
    t.equal(refused.body.code, 'STINT_ERR_TIMER_RUNNING');
    t.equal((await person.post('/api/plugins/goals/start', { other: 1 })).status, 400);
  });

  t.test('hears of events in a job, once however often they are delivered', async (t) => {
    host.clock.advance({ minutes: 10 });
    await person.post('/timer/stop');
    t.same((await person.get('/api/plugins/goals/seconds')).body, { total: 0 });
    await host.runJobs();
    t.same((await person.get('/api/plugins/goals/seconds')).body, { total: 600 });
    const { position } = await host.db('events').where({ type: 'timer.stopped' }).first();
    await host.db('event_outbox').insert({ position });
    await host.runJobs();
    t.same((await person.get('/api/plugins/goals/seconds')).body, { total: 600 });
    t.same(
      (await host.db('plugin_kv').where({ key: 'reminded' })).map((row) => row.value),
      [person.id],
    );
  });

  t.test('guards a start: refuses, changes it, and cannot break it', async (t) => {
    const refused = await person.post('/timer/start', { description: 'refuse me' });
    t.equal(refused.status, 422);
    t.match(refused.body, {
      code: 'STINT_ERR_PLG_GOALS_REFUSED',
      errors: [{ pointer: '/description' }],
    });
    t.equal(
      (await person.post('/timer/start', { description: 'patch me' })).body.description,
      'patched',
    );
    await person.post('/timer/stop');
    for (const description of ['break me', 'spoil me']) {
      t.equal((await person.post('/timer/start', { description })).body.description, description);
      await person.post('/timer/stop');
    }
  });

  t.test(
    'that fails in a route says little to the caller and all to the administrator',
    async (t) => {
      const broken = await host.withToken(undefined).get('/api/plugins/goals/broken');
      t.equal(broken.status, 502);
      t.notMatch(broken.text, /secret details/);
      // Written beside the answer, which does not wait for it.
      const shown = async () => (await admin.get('/plugins/goals')).body;
      await until(async () => (await shown()).state === 'degraded');
      t.match(await shown(), { last_error: 'secret details' });
      t.equal((await person.get('/api/plugins/goals/seconds')).status, 200);
    },
  );

  t.test('keeps secrets of its settings apart and never shows them', async (t) => {
    const saved = await admin.put('/plugins/goals/settings', { limit: 5, key: 'xoxb-very-secret' });
    t.equal(saved.status, 200);
    t.same(saved.body.values, { limit: 5, key: { set: true } });
    t.notMatch(JSON.stringify(await host.db('plugin_settings')), /very-secret/);
    t.notMatch(JSON.stringify(await host.db('audit_log')), /very-secret/);
    const bad = await admin.put('/plugins/goals/settings', { limit: 'many' });
    t.equal(bad.body.code, 'STINT_ERR_PLUGIN_SETTINGS');
    t.equal(bad.body.errors[0].pointer, '/limit');
    t.same((await admin.put('/plugins/goals/settings', { limit: 6 })).body.values, {
      limit: 6,
      key: { set: true },
    });
  });

  t.test('is switched off and on at once; its jobs wait meanwhile', async (t) => {
    t.equal((await admin.post('/plugins/goals/disable')).body.state, 'disabled');
    const off = await person.get('/api/plugins/goals/seconds');
    t.equal(off.status, 503);
    t.match(off.body, {
      code: 'STINT_ERR_PLUGIN_UNAVAILABLE',
      detail: 'The plugin goals is disabled.',
    });
    t.equal((await person.post('/timer/start', { description: 'refuse me' })).status, 201);
    await person.post('/timer/stop');
    t.equal((await admin.post('/plugins/goals/enable')).body.state, 'active');
    t.same((await person.get('/api/plugins/goals/seconds')).status, 200);
  });

  t.test('is uninstalled with its data, without a trace', async (t) => {
    t.equal((await admin.post('/plugins/goals/uninstall', { drop_data: true })).status, 204);
    t.same(await host.db('plugin_settings'), []);
    t.same(await host.db('secrets'), []);
    t.same(await host.db('event_subscriptions'), []);
    const { rows } = await host.db.raw(`SELECT FROM pg_namespace WHERE nspname = 'plugin_goals'`);
    t.equal(rows.length, 0);
  });
});
