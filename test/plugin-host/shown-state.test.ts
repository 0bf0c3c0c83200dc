import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';

t.test('a plugin that is not ready says when it is started again', async (t) => {
  const code = `
    import { NotReady } from '@stint/plugin';
    export default { setup() { throw new NotReady(120, 'The other side sleeps.'); } };`;
  const host = await startPluginHost(t, [await writePlugin(t, 'sleepy', { code })]);
  const admin = await host.person({ role: 'admin' });
  const { body } = await admin.get('/plugins/sleepy');
  t.match(body, { state: 'needs_config', last_error: /The other side sleeps/, timings: null });
  const seconds = (Date.parse(body.retry_at) - Date.now()) / 1000;
  t.ok(seconds > 60 && seconds <= 120, `${seconds} seconds`);
  t.match((await admin.post('/plugins/sleepy/disable')).body, {
    state: 'disabled',
    retry_at: null,
  });
});

t.test('a plugin that runs says how long its start took', async (t) => {
  const host = await startPluginHost(t, [await writePlugin(t, 'quick', {})]);
  const admin = await host.person({ role: 'admin' });
  const { body } = await admin.get('/plugins/quick');
  t.match(body, { state: 'active', retry_at: null, crashes: 0, started_at: /^20/ });
  t.same(Object.keys(body.timings).sort(), ['import', 'migration', 'routes', 'set-up', 'settings']);
});

t.test('a strict Stint is not ready while an enabled plugin cannot start', async (t) => {
  const code = `export default { setup() { throw new Error('no'); } };`;
  const folders = [await writePlugin(t, 'broken', { code })];
  const host = await startPluginHost(t, folders, { env: { PLUGINS_STRICT: 'true' } });
  const isReady = async () => (await host.inject({ url: '/readyz' })).status;
  t.equal(await isReady(), 503);
  const admin = await host.person({ role: 'admin' });
  await admin.post('/plugins/broken/disable');
  t.equal(await isReady(), 200);
  const lenient = await startPluginHost(t, folders);
  t.equal((await lenient.inject({ url: '/readyz' })).status, 200);
});

t.test('a connection says when it is synchronised next', async (t) => {
  const code = `
    import { AuthFailed, RateLimited } from '@stint/plugin';
    let runs = 0;
    export default {
      settings: { connection: { type: 'object', properties: {} } },
      setup() {},
      syncEveryMinutes: 30,
      async sync() {
        runs += 1;
        if (runs === 2) throw new RateLimited(600);
        if (runs === 3) throw new AuthFailed('No.');
        return { synced: 0, updated: 0, skipped: 0, errors: [] };
      },
    };`;
  const host = await startPluginHost(t, [await writePlugin(t, 'tide', { code })]);
  const person = await host.person({ scopes: [...scopes, 'read:tide', 'write:tide'] });
  const at = (path: string) => `/api/plugins/tide${path}`;
  const next = async () => (await person.get(at('/status'))).body.next_sync_at;
  const sync = async () => {
    await Promise.all([person.post(at('/sync'), {}), host.runJobs()]);
    await host.runJobs();
  };
  await person.post(at('/config'), {});
  t.equal(Date.parse(await next()), host.clock.now().getTime(), 'at once, as it never was');
  await sync();
  t.equal(Date.parse(await next()), host.clock.now().getTime() + 1_800_000);
  await sync();
  const minutes = (Date.parse(await next()) - Date.now()) / 60_000;
  t.ok(minutes > 8 && minutes <= 10, `${minutes} minutes, as the other side asks`);
  host.clock.advance({ minutes: 11 });
  await host.runJobs();
  t.equal((await person.get(at('/status'))).body.health, 'reconnect');
  t.equal(await next(), null, 'not before the person connects again');
});

t.test('a connection may wait until its person has asked for the first time', async (t) => {
  const code = `
    export default {
      settings: { connection: { type: 'object', properties: {} } },
      setup() {},
      syncEveryMinutes: 30,
      firstSyncIsAsked: true,
      sync: async (ctx) => {
        await ctx.kv.set('runs', ((await ctx.kv.get('runs')) ?? 0) + 1);
        return { synced: 0, updated: 0, skipped: 0, errors: [] };
      },
    };`;
  const host = await startPluginHost(t, [await writePlugin(t, 'tide', { code })]);
  const person = await host.person({ scopes: [...scopes, 'read:tide', 'write:tide'] });
  const at = (path: string) => `/api/plugins/tide${path}`;
  const halfAnHour = async () => {
    host.clock.advance({ minutes: 31 });
    await host.db.raw(`SELECT graphile_worker.add_job('plugin_syncs')`);
    await host.runJobs();
  };
  const next = async () => (await person.get(at('/status'))).body.next_sync_at;
  const runs = async () =>
    (await host.db('plugin_kv').where({ plugin_id: 'tide', key: 'runs' }).first('value'))?.value;
  await person.post(at('/config'), {});
  await halfAnHour();
  t.equal(await runs(), undefined);
  t.equal(await next(), null);
  await Promise.all([person.post(at('/sync'), {}), host.runJobs()]);
  await host.runJobs();
  t.equal(await runs(), 1);
  t.equal(Date.parse(await next()), host.clock.now().getTime() + 1_800_000);
  await halfAnHour();
  t.equal(await runs(), 2, 'from then on by itself');
});
