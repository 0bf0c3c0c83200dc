/** Uninstalling, coming back, and the purge after 30 days, with and without the code of the plugin. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { makeLogger } from '../../core/infra/logger.ts';
import { PluginHost } from '../../core/plugin-host/host.ts';
import { removalJobs } from '../../core/plugin-host/removal-jobs.ts';
import { findTraces } from '../../core/sdk/testkit/conformance/contents.ts';
import type { KeyRing } from '../../core/secrets/key-ring.ts';
import { fixturePlugins, type PluginTestHost, startPluginHost } from '../fixtures/plugin-app.ts';
import { packPlugin } from '../fixtures/plugin-archive.ts';

const goals = join(fixturePlugins, 'goals');
const log = makeLogger({ LOG_LEVEL: 'silent' });
const own = ['read:goals', 'write:goals'];

function runPurge({ db, clock, host }: PluginTestHost): Promise<unknown> {
  const { tasks } = removalJobs({ db, clock, log }, host);
  return tasks.purge_plugins?.({}, {} as never) as Promise<unknown>;
}

const actions = async ({ db }: PluginTestHost) =>
  (await db('audit_log').whereLike('action', 'plugin.%').orderBy('id')).map(
    ({ action, actor_via, changes }) =>
      `${action} ${changes.plugin} ${actor_via.replace(/:\d+/, '')}`,
  );

/** Another process, on the same database: it finds these folders, and is gone again. */
async function startAgain({ db, clock, app }: PluginTestHost, named: string[]): Promise<void> {
  // It decrypts nothing here.
  const keys = {} as KeyRing;
  const host = new PluginHost(
    { config: app.config, db, clock, log, keys },
    { folder: '/nowhere', named },
  );
  host.attach(app);
  await host.start();
  await host.stop();
}

t.test('a plugin that is uninstalled with its data kept', async (t) => {
  const host = await startPluginHost(t, [goals], { scopes: own });
  const admin = await host.person({ role: 'admin' });
  await admin.put('/plugins/goals/settings', { limit: 7, key: 'xoxb-kept' });
  t.equal((await admin.post('/plugins/goals/uninstall', { drop_data: false })).status, 204);

  t.test('is off the list, and shown with the day of its purge to whoever asks', async (t) => {
    t.same((await admin.get('/plugins')).body.data, []);
    const { data } = (await admin.get('/plugins?include_uninstalled=true')).body;
    t.match(data, [
      {
        id: 'goals',
        state: 'uninstalled',
        enabled: false,
        uninstalled_at: '2025-01-27T12:00:00+00:00',
        purge_at: '2025-02-26T12:00:00+00:00',
      },
    ]);
    t.match((await admin.get('/api/plugins/goals/seconds')).body, {
      status: 503,
      detail: 'The plugin goals is uninstalled.',
    });
    t.match((await admin.post('/plugins/goals/enable')).body, {
      code: 'STINT_ERR_PLUGIN_UNINSTALLED',
    });
  });

  t.test('stays uninstalled when Stint starts again and finds its folder', async (t) => {
    await startAgain(host, [goals]);
    t.match((await admin.get('/plugins/goals')).body, { state: 'uninstalled' });
  });

  t.test('comes back with its data within 30 days', async (t) => {
    host.clock.advance({ hours: 29 * 24 });
    await runPurge(host);
    const { status, body } = await admin.post('/plugins/goals/restore');
    t.equal(status, 200);
    t.match(body, { state: 'active', uninstalled_at: null, purge_at: null, enabled: true });
    t.same((await admin.get('/plugins/goals/settings')).body.values, {
      limit: 7,
      key: { set: true },
    });
    t.equal((await admin.get('/api/plugins/goals/seconds')).status, 200);
  });

  t.test('is purged after 30 days, with a trace in the audit log alone', async (t) => {
    await admin.post('/plugins/goals/uninstall', { drop_data: false });
    t.ok((await findTraces(host.db, 'goals')).length > 3);
    host.clock.advance({ hours: 30 * 24 - 1 });
    await runPurge(host);
    t.equal((await admin.get('/plugins/goals')).status, 200);
    host.clock.advance({ hours: 1 });
    await runPurge(host);
    t.same(await findTraces(host.db, 'goals'), []);
    t.equal((await admin.get('/plugins/goals')).status, 404);
    t.equal((await admin.post('/plugins/goals/restore')).status, 404);
    t.match((await admin.get('/api/plugins/goals/seconds')).body, {
      detail: 'The plugin goals is purged.',
    });
    t.same(await actions(host), [
      'plugin.settings_changed goals token',
      'plugin.uninstalled goals token',
      'plugin.restored goals token',
      'plugin.uninstalled goals token',
      'plugin.purged goals job:purge_plugins',
    ]);
  });

  t.test('is switched off when its folder is found again after the purge', async (t) => {
    await startAgain(host, [goals]);
    t.match((await admin.get('/plugins/goals')).body, { state: 'disabled', enabled: false });
    t.match((await admin.post('/plugins/goals/enable')).body, { state: 'active', enabled: true });
    t.same((await admin.get('/plugins/goals/settings')).body.values.key, { set: false });
  });
});

t.test('a plugin whose folder is gone', async (t) => {
  const host = await startPluginHost(t, []);
  const { db } = host;
  const admin = await host.person({ role: 'admin' });
  const [integration] = await db('integrations')
    .insert({ user_id: admin.id, provider: 'ghost' })
    .returning('id');
  await db('plugins').insert({
    id: 'ghost',
    version: '1.0.0',
    display_name: 'Ghost',
    state: 'active',
    manifest: '{}',
  });
  await db.raw('CREATE SCHEMA plugin_ghost');
  await db.raw('CREATE TABLE plugin_ghost.sheets (id int)');
  await db('plugin_kv').insert({ plugin_id: 'ghost', key: 'k', value: '1' });
  await db('external_links').insert({
    integration: 'ghost',
    kind: 'sheet',
    external_id: '1',
    local_id: 1,
  });
  await db('inbound_receivers').insert({
    id: 'r',
    plugin_id: 'ghost',
    name: 'in',
    integration_id: integration.id,
  });
  for (const key of [null, 'other:key']) {
    await db.raw(
      `SELECT graphile_worker.add_job('plugin_task', '{"plugin":"ghost","task":"x"}', job_key => ?, flags => ARRAY['plugin:ghost'])`,
      [key],
    );
  }

  t.equal((await admin.post('/plugins/ghost/uninstall', { drop_data: false })).status, 204);
  t.match((await admin.get('/plugins/ghost')).body, { state: 'uninstalled' });
  t.match((await admin.post('/plugins/ghost/restore')).body, {
    status: 422,
    code: 'STINT_ERR_PLUGIN_FILES',
  });
  host.clock.advance({ hours: 30 * 24 });
  await runPurge(host);
  t.same(await findTraces(db, 'ghost'), []);
  t.same(await db('integrations'), []);
  t.match(await actions(host), ['plugin.uninstalled ghost token', /^plugin.purged ghost job/]);
  // One that was running meanwhile asks to be tried again.
  await db.raw(
    `SELECT graphile_worker.add_job('plugin_task', '{"plugin":"ghost","task":"x"}', flags => ARRAY['plugin:ghost'])`,
  );
  await host.runJobs();
  t.same(await findTraces(db, 'ghost'), [], 'a job that is left over goes as well');
});

t.test('an installed plugin keeps its files as long as its data', async (t) => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'stint-removal-'));
  t.teardown(() => rm(DATA_DIR, { recursive: true, force: true }));
  const host = await startPluginHost(t, [], { env: { DATA_DIR } });
  const admin = await host.person({ role: 'admin' });
  async function install(version: string) {
    const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/gzip' };
    const request = { method: 'POST', payload: packPlugin('guest', { version }), headers } as const;
    const url = '/api/v1/plugins/install';
    const { sha256 } = (await host.inject({ ...request, url })).body;
    return (await host.inject({ ...request, url: `${url}?dry_run=false&sha256=${sha256}` })).body;
  }
  t.match((await install('1.0.0')).plugin, { state: 'active' });
  await host.db('plugin_kv').insert({ plugin_id: 'guest', key: 'k', value: '1' });
  await admin.post('/plugins/guest/uninstall', { drop_data: false });
  t.same(await readdir(join(DATA_DIR, 'plugins/guest')), ['1.0.0']);
  t.match((await admin.post('/plugins/guest/restore')).body, { state: 'active' });

  await admin.post('/plugins/guest/uninstall', { drop_data: false });
  t.match((await install('1.1.0')).plugin, { state: 'active', enabled: true }, 'or by installing');
  t.equal((await host.db('plugin_kv').where({ plugin_id: 'guest' })).length, 1);

  await admin.post('/plugins/guest/uninstall', { drop_data: false });
  t.equal((await admin.post('/plugins/guest/uninstall', { drop_data: true })).status, 204);
  t.same(await readdir(join(DATA_DIR, 'plugins')), []);
  t.same(await findTraces(host.db, 'guest'), []);
  t.match((await install('1.0.0')).plugin, { state: 'active' }, 'and it can be installed anew');
});
