import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';

const all = [...scopes, 'read:slow', 'write:slow'];

t.test('a job that fails for good', async (t) => {
  const host = await startPluginHost(t, [join(fixturePlugins, 'slow')]);
  const admin = await host.person({ role: 'admin', scopes: all });
  const remembered = async (key: string) =>
    (await host.db('plugin_kv').where({ plugin_id: 'slow', key }).first('value'))?.value;
  await admin.put('/plugins/slow/settings', { key: 'xoxb-0123456789-secret' });

  t.test('is kept after its last attempt, its error without secrets', async (t) => {
    await admin.post('/api/plugins/slow/fail', {});
    await host.runJobs();
    const { body } = await admin.get('/plugins/slow/failures');
    t.match(body.data, [{ task: 'fail', attempts: 1, last_error: 'the key xoxb-… was refused' }]);
    t.match((await admin.get('/plugins/slow')).body, {
      state: 'degraded',
      last_error: 'the key xoxb-… was refused',
    });
    const { rows } = await host.db.raw('SELECT FROM graphile_worker.jobs');
    t.equal(rows.length, 0);
  });

  t.test('is retried, and discarded, when an administrator says so', async (t) => {
    const [{ id }] = (await admin.get('/plugins/slow/failures')).body.data;
    await host.db('plugin_kv').insert({ plugin_id: 'slow', key: 'mended', value: 'true' });
    t.equal((await admin.post(`/plugins/slow/failures/${id}/retry`)).status, 204);
    await host.runJobs();
    t.equal(await remembered('mended_runs'), 1);
    t.same((await admin.get('/plugins/slow/failures')).body.data, []);
    t.equal((await admin.post(`/plugins/slow/failures/${id}/retry`)).status, 404);
    t.equal((await admin.delete(`/plugins/slow/failures/${id}`)).status, 404);
    const member = await host.person();
    t.equal((await member.get('/plugins/slow/failures')).status, 403);
  });

  t.test(
    'may be the delivery of an event: after 12 attempts, and that handler alone',
    async (t) => {
      await admin.post('/clients', { name: 'Bad' });
      for (let attempt = 1; attempt <= 13; attempt += 1) {
        await host.runJobs();
        await host.db.raw('UPDATE graphile_worker._private_jobs SET run_at = now()');
      }
      t.equal(await remembered('client:Bad'), 12);
      const { data } = (await admin.get('/plugins/slow/failures')).body;
      t.match(data, [{ task: 'event:client.created', attempts: 12, last_error: 'not that one' }]);
      t.equal((await admin.delete(`/plugins/slow/failures/${data[0].id}`)).status, 204);
      t.same((await admin.get('/plugins/slow/failures')).body.data, []);
    },
  );

  t.test('leaves diagnostics without secrets', async (t) => {
    const { body } = await admin.get('/plugins/slow/diagnostics');
    t.same(body, { data: { settings: { key: 'xoxb-…' } } });
  });
});

t.test('an event for a plugin that is off while it is fanned out waits for it', async (t) => {
  const host = await startPluginHost(t, [join(fixturePlugins, 'slow')]);
  const admin = await host.person({ role: 'admin', scopes: all });
  await admin.post('/clients', { name: 'Patient' });
  // As in the middle of a restart: stopped, and still subscribed.
  await host.host.get('slow')?.stop('discovered');
  await host.runJobs();
  await host.runJobs();
  t.same(await host.db('plugin_kv'), []);
  await host.host.get('slow')?.start();
  await host.runJobs();
  t.match(await host.db('plugin_kv').select('key', 'value'), [{ key: 'client:Patient', value: 1 }]);
});

t.test('providers are asked side by side, and who does not answer is named', async (t) => {
  const host = await startPluginHost(t, [join(fixturePlugins, 'slow')]);
  const person = await host.person();
  t.same((await person.get('/providers/work-items?search=x')).body, {
    results: [{ plugin: 'slow', items: [{ user_id: person.id, title: 'x' }] }],
    missing: [],
  });
  t.same((await person.get('/providers/suggestions')).body, { results: [], missing: [] });
  for (const search of ['slow', 'garbage']) {
    t.same((await person.get(`/providers/work-items?search=${search}`)).body, {
      results: [],
      missing: ['slow'],
    });
  }
  t.equal((await person.get('/providers/none')).status, 400);
});
