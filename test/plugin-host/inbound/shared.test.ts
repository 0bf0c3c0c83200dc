import { createHmac } from 'node:crypto';
import t, { type Test } from 'tap';
import { scopes } from '../../../core/auth/scopes.ts';
import { startPluginHost } from '../../fixtures/plugin-app.ts';
import { writePlugin } from '../../fixtures/plugin-folder.ts';

const code = `import { definePlugin, reply } from '@stint/plugin';
const secret = { type: 'string', 'x-secret': true };
export default definePlugin({
  settings: {
    instance: { type: 'object', properties: { app_secret: secret } },
    connection: { type: 'object', properties: { secret, nest: { type: 'string' } } },
  },
  setup(ctx) {
    ctx.webhook('calls', {
      verifier: { kind: 'slack' },
      secret: '/secret',
      instanceSecret: '/app_secret',
      path: '/calls',
      resolve: async ({ body }) =>
        (await ctx.connections.listActive()).filter(({ config }) => config.nest === body.nest).map(({ id }) => id),
      answerUnknown: ({ body }) => (body.challenge ? reply(200, { challenge: body.challenge }) : undefined),
      answer: ({ user_id, body }) => reply(200, { user_id, call: body.call }),
      receive: async ({ body }) => String(body.call),
    });
    ctx.route({
      method: 'GET',
      path: '/where',
      summary: 'Where it is',
      response: { 200: { type: 'object', properties: { origin: { type: 'string' } } } },
      handler: ({ origin }) => ({ origin }),
    });
  },
});`;

const stint = {
  permissions: { secrets: true },
  contributes: { webhooks: ['calls'], routes: ['GET /where'] },
};

async function openNests(t: Test, env: Record<string, string> = {}) {
  const folder = await writePlugin(t, 'nests', { code, stint });
  const host = await startPluginHost(t, [folder], { env });
  const admin = await host.person({ role: 'admin', scopes: [...scopes] });
  const saved = await admin.put('/plugins/nests/settings', { app_secret: 'of the instance' });
  t.equal(saved.status, 200);
  const connect = async (values: Record<string, unknown>) => {
    const person = await host.person({ scopes: [...scopes, 'read:nests', 'write:nests'] });
    t.equal((await person.post('/api/plugins/nests/config', values)).status, 200);
    return person;
  };
  const call = (body: Record<string, unknown>, secret: string) => {
    const payload = JSON.stringify(body);
    const seconds = Math.floor(host.clock.now().getTime() / 1000);
    const mac = createHmac('sha256', secret).update(`v0:${seconds}:${payload}`).digest('hex');
    return host.inject({
      method: 'POST',
      url: '/api/plugins/nests/calls',
      payload,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': `v0=${mac}`,
      },
    });
  };
  return { host, connect, call };
}

t.test('an address that all users of one app share', async (t) => {
  const { host, connect, call } = await openNests(t);
  const ann = await connect({ nest: 'elm' });
  const bob = await connect({ nest: 'oak', secret: 'of bob' });

  await t.test('takes the secret of the instance for who has none', async (t) => {
    const first = await call({ nest: 'elm', call: 'a', event_id: '1' }, 'of the instance');
    t.same(first.body, { user_id: ann.id, call: 'a' });
    const again = await call({ nest: 'elm', call: 'a', event_id: '1' }, 'of the instance');
    t.same(again.body, first.body, 'a repetition hears the same');
    await host.runJobs();
    const kept = await host.db('inbound_deliveries');
    t.match(kept, [{ outcome: 'processed', detail: 'a' }]);
    t.equal(kept.length, 1);
  });

  await t.test('takes their own for who has one, and not the one of the instance', async (t) => {
    t.same((await call({ nest: 'oak', call: 'b' }, 'of bob')).body, { user_id: bob.id, call: 'b' });
    const answer = await call({ nest: 'oak', call: 'c' }, 'of the instance');
    t.same(answer.body, { ok: true }, 'signed by the app, and for nobody');
    const { body } = await bob.get('/api/plugins/nests/deliveries');
    t.equal(body.data.length, 1);
    t.equal((await call({ nest: 'elm', call: 'd' }, 'of bob')).status, 401);
  });

  await t.test('answers for nobody what the app signed, and keeps none of it', async (t) => {
    const before = await host.db('inbound_deliveries');
    t.same((await call({ challenge: 'x' }, 'of the instance')).body, { challenge: 'x' });
    t.equal((await call({ challenge: 'x' }, 'of bob')).status, 401);
    t.same(await host.db('inbound_deliveries'), before);
  });
});

t.test('guesses are counted there, and what is signed is not', async (t) => {
  const { call, connect } = await openNests(t, { RATE_LIMIT_PER_MINUTE: '3' });
  await connect({ nest: 'elm' });
  for (let i = 0; i < 10; i += 1)
    t.equal((await call({ nest: 'elm', call: `${i}` }, 'of the instance')).status, 200);
  for (let i = 0; i < 3; i += 1) t.equal((await call({ nest: 'elm' }, 'guess')).status, 401);
  const refused = await call({ nest: 'elm' }, 'guess');
  t.match(refused.body, { code: 'STINT_ERR_RATE_LIMITED' });
  t.equal(refused.status, 429);
});

t.test('a route knows where people reach the instance', async (t) => {
  const { connect } = await openNests(t, { PUBLIC_URL: 'https://time.example' });
  const ann = await connect({ nest: 'elm' });
  t.same((await ann.get('/api/plugins/nests/where')).body, { origin: 'https://time.example' });
});

t.test('a secret that the instance does not keep is a fault of the plugin', async (t) => {
  const folder = await writePlugin(t, 'nests', {
    code: code.replace("'/app_secret'", "'/nest'"),
    stint,
  });
  const { host } = await startPluginHost(t, [folder]);
  t.match(host.get('nests'), { state: 'failed' });
});
