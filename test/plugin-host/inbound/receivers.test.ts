import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../../core/auth/scopes.ts';
import { purgeExpired } from '../../../core/infra/purge.ts';
import { fixturePlugins, startPluginHost } from '../../fixtures/plugin-app.ts';
import { calls } from '../../fixtures/plugins/mill/calls.ts';
import { until } from '../../fixtures/until.ts';

const mill = join(fixturePlugins, 'mill');
const all = [...scopes, 'read:mill', 'write:mill'];
const at = (path: string) => `/api/plugins/mill${path}`;
const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';

t.test('inbound webhooks', async (t) => {
  const host = await startPluginHost(t, [mill]);
  const origin = await host.app.listen({ port: 0 });
  const ann = await connectPerson('oats');
  const bob = await connectPerson('oats');
  let deliveries = 0;

  t.beforeEach(async () => {
    await host.runJobs();
    calls.splice(0);
  });

  async function connectPerson(repo: string) {
    const person = await host.person({ scopes: all });
    const saved = await person.post(at('/config'), {
      token: 'ghp_16C7e42F292c6912E7710c8',
      repo,
      signing_secret: signingSecret,
    });
    const urls: Record<string, string> = {};
    for (const { name, url } of saved.body.webhooks) urls[name] = new URL(url).pathname;
    return { ...person, urls, secret: saved.body.generated.webhook_secret as string };
  }

  async function post(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
    const answer = await fetch(origin + path, { method: 'POST', body: body as string, headers });
    const text = await answer.text();
    return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : null };
  }

  const signed = (body: string | Buffer, secret: string, type = 'application/json') => {
    deliveries += 1;
    const mac = createHmac('sha256', secret).update(body).digest('hex');
    return {
      'content-type': type,
      'x-hub-signature-256': `sha256=${mac}`,
      'x-github-delivery': `delivery-${deliveries}`,
      'x-github-event': 'push',
    };
  };

  const events = (path = ann.urls.events as string) => path;
  const count = async () => Number((await host.db('inbound_deliveries').count())[0]?.count);
  const countWaiting = async () => {
    const { rows } = await host.db.raw(
      `SELECT FROM graphile_worker.jobs WHERE task_identifier = 'plugin_inbound'
       UNION ALL SELECT FROM inbound_outbox`,
    );
    return rows.length;
  };

  t.test('take a signed delivery, answer at once, and handle it in a job', async (t) => {
    const body = JSON.stringify({ repo: 'oats', grain: 'wheat' });
    t.same((await post(events(), body, signed(body, ann.secret))).body, { ok: true });
    t.same(calls, []);
    const { body: listed } = await ann.get(at('/deliveries'));
    t.match(listed.data, [{ user_id: ann.id, webhook: 'events', outcome: 'pending' }]);
    await host.runJobs();
    t.match(calls, [{ what: 'receive', user_id: ann.id, detail: { grain: 'wheat' } }]);
    const [{ id }] = listed.data;
    t.match((await ann.get(at(`/deliveries/${id}`))).body, {
      outcome: 'processed',
      detail: 'ground wheat',
      headers: { 'x-github-event': 'push' },
      body: { grain: 'wheat' },
    });
  });

  t.test('keep 20 equal deliveries at once as one, with one job', async (t) => {
    const before = await count();
    const body = JSON.stringify({ repo: 'oats', grain: 'rye' });
    const headers = signed(body, ann.secret);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(events(), body, headers)),
    );
    t.same(
      answers.map(({ status, body }) => [status, body]),
      Array(20).fill([200, { ok: true }]),
    );
    t.equal(await count(), before + 1);
    t.equal(await countWaiting(), 1);
    await host.runJobs();
    t.equal(calls.length, 1);
    await post(events(), body, headers);
    await host.runJobs();
    t.equal(calls.length, 1);
  });

  t.test(
    'refuse what is not signed with the secret of that connection, and keep nothing',
    async (t) => {
      const before = await count();
      const body = JSON.stringify({ repo: 'oats' });
      const right = signed(body, ann.secret);
      const { 'x-hub-signature-256': _signature, ...unsigned } = right;
      for (const [what, text, headers] of [
        ['no signature', body, unsigned],
        ['a wrong one', body, { ...right, 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }],
        ['of another', body, signed(body, bob.secret)],
        ['another body', `${body} `, right],
        ['wrong and malformed', '{', right],
        ['no body', '', right],
      ] as const) {
        const answer = await post(events(), text, headers);
        t.equal(answer.status, 401, what);
        t.equal(answer.body.code, 'STINT_ERR_WEBHOOK_SIGNATURE');
      }
      t.equal(await count(), before);
      t.equal((await post(at(`/webhook/${'x'.repeat(32)}`), body, right)).status, 404);
      t.equal((await post(at('/webhook/short'), body, right)).status, 404);
      // The receiver of another webhook, at this webhook's path.
      const standard = (ann.urls.standard as string).replace('/webhooks/', '/webhook/');
      t.equal((await post(standard, body, right)).status, 404);
    },
  );

  t.test('read forms and JSON after the signature, and refuse what is neither', async (t) => {
    const form = `payload=${encodeURIComponent(JSON.stringify({ repo: 'oats', grain: 'spelt' }))}`;
    const type = 'application/x-www-form-urlencoded';
    t.equal((await post(events(), form, signed(form, ann.secret, type))).status, 200);
    await host.runJobs();
    t.match(calls, [{ detail: { grain: 'spelt' } }]);
    const before = await count();
    for (const malformed of ['{"repo":"oats"', '[]', 'payload=%7B', '\xff', '']) {
      const answer = await post(events(), malformed, signed(malformed, ann.secret));
      t.equal(answer.status, 400, malformed);
      t.equal(answer.body.code, 'STINT_ERR_WEBHOOK_BODY');
    }
    t.equal(await count(), before);
  });

  t.test('keep text that PostgreSQL could not', async (t) => {
    const body = '{"repo":"oats","grain":"a\\u0000b\\ud800"}';
    t.equal((await post(events(), body, signed(body, ann.secret))).status, 200);
    await host.runJobs();
    t.match(calls, [{ detail: { grain: 'a\ufffdb\ufffd' } }]);
  });

  t.test('take 20 MB where the plugin does, 1 MiB elsewhere', async (t) => {
    const large = JSON.stringify({ repo: 'oats', grain: 'oats', sack: 'x'.repeat(20_000_000) });
    t.equal((await post(events(), large, signed(large, ann.secret))).status, 200);
    await host.runJobs();
    t.match(calls, [{ what: 'receive' }]);
    const huge = Buffer.alloc(26_214_401, 0x20);
    t.equal(await refusal(events(), huge), 413);
    t.equal(await refusal(ann.urls.commands as string, Buffer.alloc(1_048_577, 0x20)), 413);
  });

  /** A refusal before all was sent may also arrive as a closed connection. */
  async function refusal(path: string, body: Buffer): Promise<number> {
    return post(path, body, { 'content-type': 'application/json' }).then(
      ({ status }) => status,
      () => 413,
    );
  }

  t.test('keep nothing of a delivery that breaks off', async (t) => {
    const before = await count();
    const body = JSON.stringify({ repo: 'oats', grain: 'barley' });
    const headers = Object.entries(signed(body, ann.secret)).map(([k, v]) => `${k}: ${v}\r\n`);
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    const head = `POST ${events()} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n`;
    socket.write(`${head}${headers.join('')}\r\n${body.slice(0, -5)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    t.equal(await count(), before);
  });

  t.test('let the plugin answer what it does not keep', async (t) => {
    const before = await count();
    const ping = '{"zen":"Design for failure."}';
    const headers = { ...signed(ping, ann.secret), 'x-github-event': 'ping' };
    t.same((await post(events(), ping, headers)).body, { ok: true, message: 'Webhook received' });
    const foreign = '{"repo":"foreign"}';
    t.equal((await post(events(), foreign, signed(foreign, ann.secret))).status, 403);
    t.equal(await count(), before);
  });

  t.test('find the connection by signature at an address for everybody', async (t) => {
    const body = JSON.stringify({ repo: 'oats', grain: 'millet' });
    const path = '/api/plugins/mill/webhook';
    t.equal((await post(path, body, signed(body, bob.secret))).status, 200);
    const alias = '/api/integrations/mill/webhook';
    t.equal((await post(alias, body, signed(body, ann.secret))).status, 200);
    await host.runJobs();
    t.same(calls.map(({ user_id }) => user_id).toSorted(), [ann.id, bob.id].toSorted());
    t.equal((await post(path, body, signed(body, 'a stranger'))).status, 401);
    const other = JSON.stringify({ repo: 'another' });
    t.equal((await post(path, other, signed(other, ann.secret))).status, 401);
    const suffix = events().slice(at('/webhook').length);
    t.equal((await post(alias + suffix, body, signed(body, ann.secret))).status, 200);
  });

  const slack = (fields: Record<string, string>, late = 0) => {
    const body = new URLSearchParams(fields).toString();
    const timestamp = String(host.clock.now().getTime() / 1000 - late);
    const mac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    };
    return [body, headers] as const;
  };

  t.test('answer a command at once, and a repetition alike without doing it again', async (t) => {
    const command = slack({ command: '/tt', text: 'status', trigger_id: '1.2.3' });
    const path = ann.urls.commands as string;
    t.same((await post(path, ...command)).body, { text: 'You said status' });
    t.same((await post(path, ...command)).body, { text: 'You said status' });
    t.equal(calls.length, 1);
    t.equal((await post(path, ...slack({ text: 'old' }, 301))).status, 401);
    t.equal((await post(path, ...slack({ text: 'new' }, -400))).status, 401);
  });

  t.test('acknowledge in time, however long the plugin thinks', async (t) => {
    const startedAt = performance.now();
    const answer = await post(
      ann.urls.commands as string,
      ...slack({ text: 'slow', trigger_id: '2' }),
    );
    t.same(answer.body, { ok: true });
    t.ok(performance.now() - startedAt < 3000);
  });

  t.test('are listed for their owner, and for administrators', async (t) => {
    const admin = await host.person({ role: 'admin', scopes: all });
    const mine = (await ann.get(at('/deliveries?limit=2'))).body;
    t.equal(mine.data.length, 2);
    t.ok(mine.data.every(({ user_id }: { user_id: number }) => user_id === ann.id));
    const next = (await ann.get(at(`/deliveries?limit=200&cursor=${mine.next_cursor}`))).body;
    t.ok(next.data[0].id < mine.data[1].id);
    t.equal(next.next_cursor, null);
    const owners = (await admin.get(at('/deliveries?limit=200'))).body.data;
    t.same(
      [...new Set(owners.map(({ user_id }: { user_id: number }) => user_id))].toSorted(),
      [ann.id, bob.id].toSorted(),
    );
    const [{ id }] = mine.data;
    t.equal((await bob.get(at(`/deliveries/${id}`))).status, 404);
    t.equal((await bob.post(at(`/deliveries/${id}/replay`))).status, 404);
    t.equal((await host.withToken(undefined).get(at('/deliveries'))).status, 401);
    const reader = await host.person({ scopes: ['write:mill'] });
    t.equal((await reader.get(at('/deliveries'))).status, 403);
  });

  t.test('are tried again after a failure, and replayed when asked', async (t) => {
    const body = JSON.stringify({ repo: 'oats', grain: 'hard' });
    await post(events(), body, signed(body, ann.secret));
    await host.runJobs();
    const latest = async () => (await ann.get(at('/deliveries?limit=1'))).body.data[0];
    t.match(await latest(), { outcome: 'retrying', detail: 'Not ground.', processed_at: null });
    await host.db.raw(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE attempts > 0`);
    await host.runJobs();
    const { id, ...handled } = await latest();
    t.match(handled, { outcome: 'processed', detail: 'ground hard' });
    calls.splice(0);
    t.equal((await ann.post(at(`/deliveries/${id}/replay`))).status, 202);
    t.equal((await latest()).outcome, 'pending');
    calls.push({ what: 'receive', user_id: 0 });
    await host.runJobs();
    t.match(await latest(), { id, outcome: 'processed' });
    t.equal(calls.length, 2);
  });

  t.test('tell the connection when the other side refuses', async (t) => {
    const body = JSON.stringify({ repo: 'oats', mode: 'refused' });
    await post(events(), body, signed(body, ann.secret));
    await host.runJobs();
    t.match((await ann.get(at('/deliveries?limit=1'))).body.data, [{ outcome: 'failed' }]);
    t.match((await ann.get(at('/status'))).body, { health: 'reconnect' });
    t.match((await bob.get(at('/status'))).body, { health: 'connected' });
    t.equal(await countWaiting(), 0);
  });

  t.test('fail where the sender sees it, when the database does', async (t) => {
    const body = JSON.stringify({ repo: 'oats', grain: 'lost' });
    const headers = signed(body, ann.secret);
    await host.db.raw('ALTER TABLE inbound_deliveries RENAME TO away');
    t.equal((await post(events(), body, headers)).status, 500);
    t.equal(await countWaiting(), 0);
    await host.db.raw('ALTER TABLE away RENAME TO inbound_deliveries');
    t.equal((await post(events(), body, headers)).status, 200);
    await host.runJobs();
    t.match(calls, [{ detail: { grain: 'lost' } }]);
  });

  t.test('keep no secret in clear', async (t) => {
    const body = JSON.stringify({ repo: 'oats' });
    const headers = {
      ...signed(body, ann.secret),
      'x-token': ann.secret,
      authorization: 'Basic x',
    };
    await post(events(), body, headers);
    const [row] = await host.db('inbound_deliveries').orderBy('id', 'desc').limit(1);
    t.notOk('x-token' in row.headers);
    t.notOk('authorization' in row.headers);
    const everything = JSON.stringify([
      await host.db('inbound_deliveries').where('id', '>', row.id - 5),
      await host.db('integrations'),
      await host.db('audit_log'),
      (await ann.get(at('/status'))).body,
      (await ann.get(at('/deliveries'))).body,
    ]);
    for (const secret of [ann.secret, bob.secret, signingSecret, 'ghp_16C7e42F292c6912E7710c8'])
      t.notOk(everything.includes(secret));
  });

  t.test('wait while the plugin is off: the sender is told to come again', async (t) => {
    const admin = await host.person({ role: 'admin', scopes: all });
    const body = JSON.stringify({ repo: 'oats', grain: 'late' });
    await post(events(), body, signed(body, ann.secret));
    await admin.post('/plugins/mill/disable');
    const refused = await post(events(), body, signed(body, ann.secret));
    t.equal(refused.status, 503);
    t.equal((await post('/api/integrations/mill/webhook', body)).status, 503);
    await host.runJobs();
    t.same(calls, []);
    await admin.post('/plugins/mill/enable');
    await until(async () => (await ann.get(at('/status'))).status === 200);
    await host.runJobs();
    t.match(
      calls.filter(({ what }) => what === 'receive'),
      [{ detail: { grain: 'late' } }],
    );
  });

  t.test('that wait are passed over when they went with their connection', async (t) => {
    const eve = await connectPerson('oats');
    const [first, second] = ['rye', 'wheat'].map((grain) =>
      JSON.stringify({ repo: 'oats', grain }),
    );
    await post(eve.urls.events as string, first as string, signed(first as string, eve.secret));
    await host.db('integrations').where({ user_id: eve.id }).delete();
    await post(events(), second as string, signed(second as string, ann.secret));
    t.equal(await countWaiting(), 2);
    await host.runJobs();
    t.equal(await countWaiting(), 0);
    const received = calls.filter(({ what }) => what === 'receive');
    t.match(received, [{ user_id: ann.id, detail: { grain: 'wheat' } }]);
    t.equal(received.length, 1);
  });

  t.test('say "not configured" to those who report for somebody who disconnected', async (t) => {
    await ann.post(at('/disconnect'));
    const before = await count();
    const body = JSON.stringify({ repo: 'oats' });
    const answer = await post(events(), body, signed(body, ann.secret));
    t.equal(answer.status, 200);
    t.same(answer.body, { ok: false, error: 'Integration not configured' });
    t.equal(await count(), before);
  });

  t.test('are forgotten after thirty days', async (t) => {
    const before = await count();
    host.clock.advance({ hours: 30 * 24 });
    t.match(await purgeExpired(host.db, host.clock), { inbound_deliveries: 0 });
    host.clock.advance({ seconds: 1 });
    t.match(await purgeExpired(host.db, host.clock), { inbound_deliveries: before });
  });
});
