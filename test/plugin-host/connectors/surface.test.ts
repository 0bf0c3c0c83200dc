import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../../core/auth/scopes.ts';
import { openBrowser } from '../../fixtures/browser.ts';
import { fixturePlugins, startPluginHost } from '../../fixtures/plugin-app.ts';
import { calls } from '../../fixtures/plugins/mill/calls.ts';
import { until } from '../../fixtures/until.ts';

const mill = join(fixturePlugins, 'mill');
const all = [...scopes, 'read:mill', 'write:mill'];
const at = (path: string) => `/api/plugins/mill${path}`;
const notConfigured = { ok: false, error: 'Integration not configured' };
const token = 'ghp_16C7e42F292c6912E7710c8';

t.test('the connector surface', async (t) => {
  const host = await startPluginHost(t, [mill]);
  const ann = await host.person({ scopes: all });
  const bob = await host.person({ scopes: all });
  const asked = (what: string) => calls.filter((call) => call.what === what);

  /** Runs the job that a request is waiting for. */
  async function runDueSync(): Promise<void> {
    await until(async () => {
      const due = `SELECT FROM graphile_worker.jobs
        WHERE task_identifier = 'plugin_sync' AND run_at <= now() AND attempts = 0`;
      return (await host.db.raw(due)).rows.length > 0;
    });
    await host.runJobs();
  }

  t.beforeEach(() => calls.splice(0));

  t.test('says "not configured" and throws nothing, before anybody connects', async (t) => {
    t.same((await ann.get(at('/status'))).body, notConfigured);
    for (const path of ['/test', '/sync', '/disconnect']) {
      const answer = await ann.post(at(path), {});
      t.equal(answer.status, 200, path);
      t.same(answer.body, notConfigured, path);
    }
    const form = await ann.get(at('/config'));
    t.match(form.body, { schema: { type: 'object' }, values: {} });
    t.same(calls, []);
  });

  t.test('is for those with the scope, and safe from other sites', async (t) => {
    const reader = await host.person({ scopes: ['read:mill'] });
    t.equal((await reader.get(at('/status'))).status, 200);
    t.equal((await reader.post(at('/config'), { token })).body.code, 'STINT_ERR_SCOPE_MISSING');
    t.equal((await host.withToken(undefined).get(at('/status'))).status, 401);
  });

  t.test('wants the CSRF header of a browser', async (t) => {
    const { secret } = await openBrowser(host, ann.id);
    const cookie = { cookie: `stint_session=${secret}` };
    for (const path of ['/config', '/test', '/sync', '/disconnect']) {
      const url = at(path);
      const answer = await host.inject({ method: 'POST', url, headers: cookie, payload: {} });
      t.equal(answer.body.code, 'STINT_ERR_CSRF', path);
    }
    const headers = { ...cookie, 'x-stint-csrf': '1' };
    const url = at('/sync');
    t.same((await host.inject({ method: 'POST', url, headers, payload: {} })).body, notConfigured);
  });

  t.test('tries values that are not saved', async (t) => {
    const tried = await ann.post(at('/test'), { token });
    t.same(tried.body, { ok: true, message: 'Signed in with ghp_….' });
    t.match(asked('test'), [{ user_id: ann.id, detail: token }]);
    t.same(await host.db('integrations'), []);
    const refused = await ann.post(at('/test'), { token, mode: 'refused' });
    t.equal(refused.status, 200);
    t.match(refused.body, { ok: false, error: 'The mill refuses ghp_….' });
    t.equal((await ann.post(at('/test'), { token, mode: 'broken' })).body.ok, false);
    const wrong = await ann.post(at('/test'), { token, mode: 7 });
    t.equal(wrong.status, 422);
    t.match(wrong.body, { code: 'STINT_ERR_PLUGIN_SETTINGS', errors: [{ pointer: '/mode' }] });
  });

  t.test('saves, connects, and shows what it made this once', async (t) => {
    const saved = await ann.post(at('/config'), { token, repo: 'oats' });
    t.equal(saved.status, 200);
    t.match(saved.body, {
      ok: true,
      health: 'connected',
      last_sync_at: null,
      last_error: null,
      config: {
        mode: 'fine',
        repo: 'oats',
        token: { set: true },
        webhook_secret: { set: true },
        signing_secret: { set: false },
      },
      generated: { webhook_secret: /^[0-9a-f]{64}$/ },
      sync: null,
    });
    t.match(
      saved.body.webhooks.map(({ name, url }: { name: string; url: string }) => [name, url]),
      [
        ['commands', /\/api\/plugins\/mill\/webhooks\/[\w-]{32}$/],
        ['events', /\/api\/plugins\/mill\/webhook\/[\w-]{32}$/],
        ['standard', /\/api\/plugins\/mill\/webhooks\/[\w-]{32}$/],
      ],
    );
    t.match(asked('connect'), [{ user_id: ann.id }]);
    const { generated: _generated, ...rest } = saved.body;
    t.same((await ann.get(at('/status'))).body, rest);
    t.notMatch(JSON.stringify(await host.db('integrations')), token);
    t.notMatch(JSON.stringify(await host.db('audit_log')), token);
    t.notMatch(JSON.stringify(await host.db('audit_log')), saved.body.generated.webhook_secret);
  });

  t.test('keeps a secret that comes empty, and makes a deleted one anew', async (t) => {
    const again = await ann.post(at('/config'), { token: '', repo: 'rye' });
    t.match(again.body, { config: { repo: 'rye', token: { set: true } } });
    t.notOk('generated' in again.body);
    await ann.post(at('/test'), {});
    t.match(asked('test'), [{ detail: token }]);
    t.equal((await ann.post(at('/test'), { mode: 'fine' })).body.ok, true);
    t.match(asked('test')[1], { detail: token });
    const rotated = await ann.post(at('/config'), { repo: 'oats', webhook_secret: null });
    t.match(rotated.body.generated, { webhook_secret: /^[0-9a-f]{64}$/ });
    t.equal((await host.db('integrations')).length, 1);
  });

  t.test('shows a made secret to a repeated request no more', async (t) => {
    const key = { 'idempotency-key': 'rotate-1' };
    const body = { repo: 'oats', webhook_secret: null };
    t.ok((await ann.post(at('/config'), body, key)).body.generated);
    const replayed = await ann.post(at('/config'), body, key);
    t.equal(replayed.headers['idempotency-replayed'], 'true');
    t.equal(replayed.body.generated, null);
  });

  t.test('refuses settings that cannot be, and keeps nothing of them', async (t) => {
    const refused = await bob.post(at('/config'), { repo: 'oats' });
    t.equal(refused.status, 422);
    t.match(refused.body.errors, [{ pointer: '/token' }]);
    t.same((await bob.get(at('/status'))).body, notConfigured);
    t.equal((await host.db('integrations')).length, 1);
  });

  t.test('is one integration for each user, however many saves come at once', async (t) => {
    const values = { token: 'bobs-secret-token', repo: 'barley' };
    const saves = Array.from({ length: 5 }, () => bob.post(at('/config'), values));
    t.same(
      (await Promise.all(saves)).map(({ status }) => status),
      Array(5).fill(200),
    );
    t.equal((await host.db('integrations').where({ user_id: bob.id })).length, 1);
    const { rows } = await host.db.raw(
      `SELECT FROM inbound_receivers r JOIN integrations i ON i.id = r.integration_id
       WHERE i.user_id = ?`,
      [bob.id],
    );
    t.equal(rows.length, 3);
  });

  t.test('keeps two users apart', async (t) => {
    t.equal((await ann.get(at('/status'))).body.config.repo, 'oats');
    t.equal((await bob.get(at('/status'))).body.config.repo, 'barley');
    await bob.post(at('/test'), {});
    t.match(asked('test'), [{ user_id: bob.id, detail: 'bobs-secret-token' }]);
  });

  t.test('synchronises in a job, and answers with the result if it is quick', async (t) => {
    const answer = ann.post(at('/sync'));
    await runDueSync();
    const { status, body } = await answer;
    t.equal(status, 200);
    t.match(body, { ok: true, state: 'done', synced: 2, updated: 1, skipped: 0, errors: [] });
    t.match((await ann.get(at('/status'))).body, { health: 'connected', sync: { state: 'done' } });
    t.ok((await ann.get(at('/status'))).body.last_sync_at);
  });

  t.test('answers 202 while it goes on, and never runs two at once', async (t) => {
    await ann.post(at('/config'), { mode: 'slow', repo: 'oats' });
    const waiting = await Promise.all([ann.post(at('/sync')), ann.post(at('/sync'))]);
    t.same(
      waiting.map(({ status, body }) => [status, body.state]),
      [
        [202, 'queued'],
        [202, 'queued'],
      ],
    );
    const { rows } = await host.db.raw(
      `SELECT FROM graphile_worker.jobs WHERE task_identifier = 'plugin_sync'`,
    );
    t.equal(rows.length, 1);
    await Promise.all([host.runJobs(), host.runJobs()]);
    t.same(
      calls.filter(({ what }) => what.startsWith('sync')).map(({ what }) => what),
      ['sync starts', 'sync ends'],
    );
  });

  for (const [mode, health, state, error] of [
    ['refused', 'reconnect', 'failed', 'The mill refuses ghp_….'],
    ['wrong', 'error', 'failed', 'There is no such mill.'],
    ['busy', 'degraded', 'retrying', 'The mill is busy.'],
    ['broken', 'degraded', 'retrying', 'The mill broke on ghp_….'],
    ['partly', 'degraded', 'done', 'One sack was lost.'],
  ] as const) {
    t.test(`is ${health} after a synchronisation that is ${mode}`, async (t) => {
      await ann.post(at('/config'), { mode, repo: 'oats' });
      const answer = ann.post(at('/sync'));
      await runDueSync();
      const { body } = await answer;
      t.equal(body.state, state);
      const { body: status } = await ann.get(at('/status'));
      t.match(status, { ok: true, health, last_error: error, sync: { state } });
      t.equal((await bob.get(at('/status'))).body.health, 'connected');
      const { rows } = await host.db.raw(
        `SELECT run_at > now() + interval '100 seconds' AS late FROM graphile_worker.jobs
         WHERE task_identifier = 'plugin_sync'`,
      );
      t.same(rows, state === 'retrying' ? [{ late: mode === 'busy' }] : []);
      t.equal((await ann.get('/plugins/mill')).status, 403);
    });
  }

  t.test('disconnects: secrets go, the rest stays, also when the other side fails', async (t) => {
    await ann.post(at('/config'), { mode: 'broken', repo: 'oats' });
    const gone = await ann.post(at('/disconnect'));
    t.same(gone.body, { ok: true, warning: 'The mill broke on ghp_….' });
    t.match(asked('disconnect'), [{ user_id: ann.id, detail: token }]);
    t.same((await ann.get(at('/status'))).body, notConfigured);
    t.same((await ann.post(at('/disconnect'))).body, notConfigured);
    t.match((await ann.get(at('/config'))).body.values, { repo: 'oats', token: { set: false } });
    const [{ id }] = await host.db('integrations').where({ user_id: ann.id });
    t.same(await host.db('secrets').where({ owner: `plugin:mill:connection:${id}` }), []);
    t.equal((await ann.post(at('/config'), { repo: 'oats' })).status, 422);
    t.equal((await bob.get(at('/status'))).body.ok, true);
  });

  t.test('takes known secrets out of what the plugin logs', (t) => {
    const plugin = host.host.get('mill');
    t.equal(plugin?.secrets.redact(`with ${token}`), 'with ghp_…');
    t.end();
  });

  t.test('synchronises by itself every 30 minutes, but not what needs a person', async (t) => {
    await host.runJobs();
    calls.splice(0);
    const tick = async (minutes: number) => {
      host.clock.advance({ minutes });
      await host.db.raw(`SELECT graphile_worker.add_job('plugin_syncs')`);
      await host.runJobs();
      return asked('sync starts').length;
    };
    t.equal(await tick(0), 1, 'never synchronised before');
    t.equal(await tick(29), 1);
    t.equal(await tick(1), 2);
    await host.db('integrations').where({ user_id: bob.id }).update({ health: 'reconnect' });
    t.equal(await tick(60), 2);
    await host.db('integrations').where({ user_id: bob.id }).update({ health: 'connected' });
  });

  t.test("is asked for everybody's by an administrator alone", async (t) => {
    const admin = await host.person({ role: 'admin', scopes: all });
    t.equal((await bob.post(at('/sync'), { all: true })).status, 403);
    const answer = await admin.post(at('/sync'), { all: true });
    t.equal(answer.status, 202);
    t.same(answer.body, { ok: true, state: 'queued', asked: 1 });
    await host.runJobs();
    t.match(asked('sync starts'), [{ user_id: bob.id }]);
  });

  t.test('stands in the API document under the tag of the plugin', async (t) => {
    const { body } = await host.inject({ url: '/api/openapi.json' });
    t.same(body.paths['/api/plugins/mill/status'].get.tags, ['mill']);
    t.ok(body.paths['/api/plugins/mill/sync'].post);
    t.ok(body.paths['/api/plugins/mill/webhooks/{receiver_id}'].post);
  });

  t.test('is listed for everybody, with the state of their own connection', async (t) => {
    const admin = await host.person({ role: 'admin', scopes: all });
    const mine = async () => (await bob.get('/me/connectors')).body.data;
    t.match(await mine(), [
      {
        id: 'mill',
        display_name: 'Mill',
        address: '/api/plugins/mill',
        state: 'active',
        health: 'connected',
        can_sync: true,
        has_webhooks: true,
      },
    ]);
    t.match((await admin.get('/me/connectors')).body.data, [{ health: 'not_configured' }]);
    await admin.post('/plugins/mill/disable');
    t.match(await mine(), [{ state: 'disabled', health: 'disabled' }]);
    await admin.post('/plugins/mill/enable');
    t.match(await mine(), [{ health: 'connected' }]);
  });

  t.test('says what is wrong with a stored secret that was tampered with', async (t) => {
    const [{ id }] = await host.db('integrations').where({ user_id: bob.id });
    const place = { owner: `plugin:mill:connection:${id}`, path: '/token' };
    await host
      .db('secrets')
      .where(place)
      .update({ ciphertext: Buffer.alloc(40, 1) });
    const tried = await bob.post(at('/test'), {});
    t.equal(tried.status, 200);
    t.match(tried.body, { ok: false, error: /does not decrypt/ });
    const entered = await bob.post(at('/config'), { token: 'bobs-secret-token', repo: 'barley' });
    t.match(entered.body, { ok: true, health: 'connected' });
    t.equal((await bob.post(at('/test'), {})).body.ok, true);
  });

  t.test('synchronises nobody who left', async (t) => {
    await bob.post(at('/sync'));
    await host.db('users').where({ id: bob.id }).update({ active: false });
    await host.runJobs();
    t.same(asked('sync starts'), []);
    await host.db('users').where({ id: bob.id }).update({ active: true });
  });

  t.test(
    'connects those who are connected when the plugin starts, each by themselves',
    async (t) => {
      const admin = await host.person({ role: 'admin', scopes: all });
      await ann.post(at('/config'), { token, repo: 'oats' });
      await host
        .db('integrations')
        .where({ user_id: ann.id })
        .update({ config: JSON.stringify({ mode: 'fine', repo: 'moved' }) });
      calls.splice(0);
      await admin.post('/plugins/mill/disable');
      t.equal((await ann.get(at('/status'))).status, 503);
      t.equal((await admin.post('/plugins/mill/enable')).body.state, 'active');
      await until(async () => (await ann.get(at('/status'))).body.health === 'error');
      // Each by themselves: that one failed says nothing of when the other was asked.
      await until(async () => asked('connect').length >= 2);
      t.same(
        asked('connect')
          .map(({ user_id }) => user_id)
          .toSorted(),
        [ann.id, bob.id].toSorted(),
      );
      t.match((await ann.get(at('/status'))).body, {
        health: 'error',
        last_error: 'The mill moved.',
      });
      t.equal((await bob.get(at('/status'))).body.health, 'connected');
    },
  );

  t.test('answers under its documented address as well', async (t) => {
    t.same((await bob.get('/api/integrations/mill/hello')).body, { hello: 'mill' });
    t.equal((await bob.get('/api/integrations/mill/status')).body.ok, true);
    t.equal((await host.withToken(undefined).get('/api/integrations/mill/status')).status, 401);
    t.equal((await bob.get('/api/integrations/nobody/status')).status, 404);
    t.equal((await bob.get('/api/integrations/%6dill/status')).status, 404);
  });
});
