/** Connecting by OAuth 2, against a server that holds to the RFCs. */
import { createTestHost } from '@stint/plugin-testkit';
import { pino } from 'pino';
import t, { type Test } from 'tap';
import { purgeExpired } from '../../../core/infra/purge.ts';
import { checkPackage } from '../../../core/plugin-host/manifest-check.ts';
import { Oauth } from '../../../core/plugin-host/oauth/oauth.ts';
import { openBrowser } from '../../fixtures/browser.ts';
import { readBlocks } from '../../fixtures/doc-page.ts';
import { client, type OauthServer, startOauthServer } from '../../fixtures/oauth-server.ts';
import { type PluginTestHost, startPluginHost } from '../../fixtures/plugin-app.ts';
import { packageJson } from '../../fixtures/plugin-archive.ts';
import { writePlugin } from '../../fixtures/plugin-folder.ts';

const oauth = {
  authorizationUrl: 'https://accounts.example/authorize',
  tokenUrl: 'https://accounts.example/token',
  revocationUrl: 'https://accounts.example/revoke',
  scopes: ['calendar.read', 'calendar.write'],
  authorizationParameters: { access_type: 'offline' },
  environment: 'AGENDA',
};

const code = `
  import { definePlugin } from '@stint/plugin';
  const number = { type: 'integer' };
  const string = { type: 'string' };
  export default definePlugin({
    settings: {
      connection: {
        type: 'object',
        properties: {
          calendar: { ...string, default: 'primary' },
          key: { ...string, 'x-secret': true },
        },
        additionalProperties: false,
      },
    },
    setup(ctx) {
      ctx.route({
        method: 'POST', path: '/use', summary: 'Tokens for so many jobs at once',
        body: { type: 'object', properties: { times: number, refused: string } },
        response: { 200: {} },
        handler: async ({ user, body: { times = 1, refused } }) => {
          const { id } = await ctx.connections.ofUser(user.id);
          const jobs = Array.from({ length: times }, () => ctx.connections.accessToken(id, { refused }));
          ctx.log.info('used', { tokens: await Promise.all(jobs) });
          return Promise.all(jobs);
        },
      });
    },
    async testConnection(ctx, { id, config }) {
      const token = await ctx.connections.accessToken(id);
      return { ok: true, message: config.calendar + ' by ' + token };
    },
    sync: async (ctx, { id }) => {
      await ctx.connections.accessToken(id);
      return { synced: 1, updated: 0, skipped: 0, errors: [] };
    },
    syncEveryMinutes: 30,
  });
`;

interface Stage {
  host: PluginTestHost;
  server: OauthServer;
  lines: string[];
}

async function startStage(t: Test, { stint = {}, env = {} } = {}): Promise<Stage> {
  const server = await startOauthServer(t);
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const contributes = { routes: ['POST /use'] };
  const folder = await writePlugin(t, 'agenda', { code, stint: { contributes, oauth, ...stint } });
  const host = await startPluginHost(t, [folder], {
    log,
    scopes: ['read:agenda', 'write:agenda'],
    env: {
      OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
      PUBLIC_URL: 'http://stint.example',
      AGENDA_CLIENT_ID: client.id,
      AGENDA_CLIENT_SECRET: client.secret,
      AGENDA_AUTHORIZATION_URL: `${server.url}/authorize`,
      AGENDA_TOKEN_URL: `${server.url}/token`,
      AGENDA_REVOCATION_URL: `${server.url}/revoke`,
      ...env,
    },
  });
  return { host, server, lines };
}

/** Somebody with a token and a browser, and their way to the service and back. */
async function makePerson({ host, server }: Stage, prefix = '/api/plugins/agenda/oauth') {
  const person = await host.person();
  const browser = await openBrowser(host, person.id);
  const go = (url: string, headers: Record<string, string> = {}, secret = browser.secret) =>
    host.inject({
      url,
      headers: { cookie: `${host.app.sessionCookie.name}=${secret}`, ...headers },
    });
  const begin = async (query = '') => {
    const { status, headers, text } = await go(`${prefix}/connect${query}`);
    if (status !== 302) throw new Error(text);
    return server.authorize(headers.location as string);
  };
  const at = (path: string) => `/api/plugins/agenda${path}`;
  return {
    ...person,
    secret: browser.secret,
    go,
    begin,
    /** Back at Stint, as a browser or as something that wants no page. */
    comeBack: (url: URL, accept = 'application/json') => go(url.pathname + url.search, { accept }),
    async connect() {
      const url = await begin();
      return go(url.pathname + url.search, { accept: 'text/html' });
    },
    use: (body: object = {}) => person.post(at('/use'), body),
    status: async () => (await person.get(at('/status'))).body,
    at,
  };
}

t.test('somebody connects, and their tokens stay secret', async (t) => {
  const stage = await startStage(t);
  const { host, server, lines } = stage;
  const ann = await makePerson(stage);
  t.same(await ann.status(), {
    ok: false,
    error: 'Integration not configured',
    oauth: {
      connect_path: '/api/plugins/agenda/oauth/connect',
      redirect_uri: 'http://stint.example/api/plugins/agenda/oauth/callback',
      scopes: oauth.scopes,
      missing: [],
    },
  });
  t.match((await ann.post(ann.at('/test'), { calendar: 'x' })).body, { ok: false });
  const [listed] = (await ann.get('/me/connectors')).body.data;
  t.equal(listed.connect_path, '/api/plugins/agenda/oauth/connect');

  const saved = await ann.post(ann.at('/config'), { calendar: 'work', key: 'a-long-key' });
  t.match(saved.body, { ok: true, health: 'not_configured' }, 'before access is granted');
  const back = await ann.begin('?return_to=/integrations/agenda');
  const [asked] = server.asked;
  t.match(Object.fromEntries(asked as URLSearchParams), {
    access_type: 'offline',
    client_id: client.id,
    scope: 'calendar.read calendar.write',
    redirect_uri: 'http://stint.example/api/plugins/agenda/oauth/callback',
  });
  const kept = JSON.stringify(await host.db('oauth_attempts'));
  t.notMatch(kept, back.searchParams.get('state') as string);

  const done = await ann.comeBack(back, 'text/html');
  t.equal(done.status, 302);
  t.equal(done.headers.location, '/integrations/agenda?plugin=agenda');
  t.equal(done.headers['cache-control'], 'no-store');
  t.match(await ann.status(), { ok: true, health: 'connected', config: { calendar: 'work' } });
  const { body: tokens } = await ann.use({ times: 2 });
  t.equal(new Set(tokens).size, 1);
  const [token] = tokens;
  const authorization = `Bearer ${token}`;
  t.equal((await fetch(`${server.url}/api`, { headers: { authorization } })).status, 200);
  t.equal((await ann.post(ann.at('/test'), {})).body.ok, true);
  t.same(server.requests, ['authorization_code']);

  const everything = [
    ...lines,
    JSON.stringify(await host.db('integrations')),
    JSON.stringify(await host.db('oauth_grants')),
    JSON.stringify(await host.db('audit_log')),
    JSON.stringify(await host.db('secrets')),
    (await ann.post(ann.at('/test'), {})).text,
  ].join('\n');
  for (const secret of server.valid) t.notMatch(everything, secret);
  t.notMatch(everything, client.secret);
  t.match(await host.db('audit_log').where({ action: 'connection.granted' }), [{}]);
});

t.test('a way back is good once, for whoever began it, for ten minutes', async (t) => {
  const stage = await startStage(t);
  const { host, server } = stage;
  const [ann, eve] = [await makePerson(stage), await makePerson(stage)];
  const refused = { status: 400, body: { code: 'STINT_ERR_OAUTH_STATE' } };

  const used = await ann.begin();
  t.equal((await ann.comeBack(used)).status, 302);
  t.match(await ann.comeBack(used), refused, 'a second time');

  const made = await ann.begin();
  made.searchParams.set('state', 'x'.repeat(43));
  t.match(await ann.comeBack(made), refused, 'made up');
  made.searchParams.delete('state');
  t.match(await ann.comeBack(made), refused, 'without any');

  const foreign = await eve.begin();
  t.match(await ann.comeBack(foreign), refused, "somebody else's");
  t.match(await eve.comeBack(foreign), refused, 'which is over with that');
  const otherSession = await openBrowser(host, ann.id);
  const own = await ann.begin();
  const url = own.pathname + own.search;
  const there = await ann.go(url, { accept: 'application/json' }, otherSession.secret);
  t.match(there, refused, 'of another session of theirs');
  t.equal((await host.inject({ url })).status, 401, 'of nobody');
  const page = { accept: 'text/html,*/*' };
  const ended = await host.inject({ url, headers: page });
  t.equal(ended.status, 302, 'of nobody, in a browser: a page says so');
  t.equal(ended.headers.location, '/integrations?plugin=agenda&error=STINT_ERR_UNAUTHENTICATED');
  const long = await ann.go(`${own.pathname}?code=${'x'.repeat(4001)}`, page);
  t.equal(long.headers.location, '/integrations?plugin=agenda&error=STINT_ERR_REQUEST_INVALID');
  const withToken = await host.inject({ url, headers: { authorization: `Bearer ${ann.token}` } });
  t.equal(withToken.status, 403, 'by an API token');

  const late = await ann.begin();
  host.clock.advance({ minutes: 11 });
  t.match(await ann.comeBack(late), refused, 'too late');
  t.same(server.requests, ['authorization_code'], 'no code of these reached the service');
  await ann.begin();
  host.clock.advance({ minutes: 11 });
  await purgeExpired(host.db, host.clock);
  t.same(await host.db('oauth_attempts'), []);

  const shown = await ann.comeBack(late, 'text/html');
  t.equal(shown.headers.location, '/integrations?plugin=agenda&error=STINT_ERR_OAUTH_STATE');
  const outside = await ann.go('/api/plugins/agenda/oauth/connect?return_to=//evil.example');
  t.equal(outside.status, 400);
});

t.test('what keeps somebody from connecting is said, and connects nothing', async (t) => {
  const stage = await startStage(t);
  const { server } = stage;
  const ann = await makePerson(stage);
  const fail = async (change: Partial<OauthServer>) => {
    const before = { ...server };
    Object.assign(server, change);
    const answer = await ann.comeBack(await ann.begin());
    Object.assign(server, { deny: before.deny, scope: before.scope });
    t.equal((await ann.status()).ok, false);
    return answer;
  };
  t.match(await fail({ deny: 'access_denied' }), {
    status: 403,
    body: { code: 'STINT_ERR_OAUTH_DENIED' },
  });
  t.match(await fail({ deny: 'server_error' }), {
    status: 502,
    body: { code: 'STINT_ERR_OAUTH_FAILED', detail: /server_error/ },
  });
  t.match(await fail({ scope: 'calendar.read' }), {
    status: 403,
    body: { code: 'STINT_ERR_OAUTH_SCOPES', detail: /Missing: calendar\.write\.$/ },
  });
  t.equal(server.valid.size, 0, 'what was granted in part is given back');
  for (const reply of [
    { status: 500 },
    { status: 200, body: { access_token: '' } },
    { status: 200, body: { access_token: 'x', token_type: 'mac' } },
    { status: 400, body: { error: 'invalid_grant' } },
  ]) {
    const answer = await fail({ replies: [reply] });
    t.match(answer, { status: 502, body: { code: 'STINT_ERR_OAUTH_FAILED' } });
  }
  t.equal((await ann.connect()).headers.location, '/integrations?plugin=agenda');
});

t.test('a token is renewed in time, once for all who need it', async (t) => {
  const stage = await startStage(t);
  const { host, server } = stage;
  const ann = await makePerson(stage);
  await ann.connect();
  const { body: first } = await ann.use();
  host.clock.advance({ minutes: 54 });
  t.same((await ann.use()).body, first);
  server.delayMs = 300;
  host.clock.advance({ minutes: 2 });

  t.test('by ten jobs of this process and of two others', async (t) => {
    const surfaces = host.host.get('agenda')?.run?.surfaces;
    const { deps, secrets, oauth: here } = surfaces as Required<NonNullable<typeof surfaces>>;
    const others = [1, 2].map(() => new Oauth(deps, 'agenda', here.client, secrets));
    const { id } = await host.db('integrations').first();
    const tokens = await Promise.all([
      ann.use({ times: 10 }).then(({ body }) => body),
      ...others.flatMap((other) => Array.from({ length: 5 }, () => other.accessToken(id))),
    ]);
    for (const other of others) await other.close();
    t.equal(new Set(tokens.flat()).size, 1);
    t.not(tokens.flat()[0], first[0]);
    t.same(server.requests, ['authorization_code', 'refresh_token']);
  });

  t.test('by its refresh token, also where each is good once', async (t) => {
    server.isRotating = true;
    for (let i = 0; i < 3; i += 1) {
      host.clock.advance({ hours: 1 });
      t.equal((await ann.use()).status, 200);
    }
    t.equal(server.requests.length, 5);
  });

  t.test('when the service refuses it before its time', async (t) => {
    server.requests.length = 0;
    const [token] = (await ann.use()).body;
    t.same(server.requests, []);
    const fresh = (await ann.use({ times: 5, refused: token })).body;
    t.equal(new Set(fresh).size, 1);
    t.not(fresh[0], token);
    t.same((await ann.use({ refused: token })).body, [fresh[0]], 'by somebody who is late');
    t.same(server.requests, ['refresh_token']);
  });

  t.test('not while the service is down: what there is goes on for its life', async (t) => {
    const [token] = (await ann.use()).body;
    host.clock.advance({ minutes: 57 });
    server.replies.push({ status: 500 });
    t.same((await ann.use()).body, [token]);
    host.clock.advance({ minutes: 5 });
    server.replies.push({ status: 503, headers: { 'retry-after': '120' } });
    const down = await ann.use();
    t.match([down.status, down.body.code], [503, 'STINT_ERR_PLUGIN_RATE_LIMITED']);
    t.match(await ann.status(), { ok: true, health: 'connected' });
    t.not((await ann.use()).body[0], token);
  });

  t.test('not by a client that the service does not know', async (t) => {
    host.clock.advance({ hours: 1 });
    server.replies.push({ status: 401, body: { error: 'invalid_client' } });
    t.match((await ann.use()).body, { code: 'STINT_ERR_PLUGIN_CONFIG' });
    t.equal((await ann.use()).status, 200);
  });
});

t.test(
  'access that was withdrawn asks the person to connect again, and nothing of the service',
  async (t) => {
    const stage = await startStage(t);
    const { host, server } = stage;
    const ann = await makePerson(stage);
    await ann.connect();
    server.valid.clear();
    host.clock.advance({ hours: 1 });
    await host.runCrons();
    await host.db.raw(`SELECT graphile_worker.add_job('plugin_syncs')`);
    await host.runJobs();
    t.match(await ann.status(), {
      ok: true,
      health: 'reconnect',
      last_error: 'The service gives no more access: connect again.',
      sync: { state: 'failed' },
    });
    for (let i = 0; i < 3; i += 1) {
      host.clock.advance({ hours: 1 });
      await host.db.raw(`SELECT graphile_worker.add_job('plugin_syncs')`);
      await host.runJobs();
      t.match((await ann.use()).body, { code: 'STINT_ERR_PLUGIN_AUTH_FAILED' });
    }
    t.same(server.requests, ['authorization_code', 'refresh_token']);
    await ann.connect();
    t.match(await ann.status(), { ok: true, health: 'connected', last_error: null });
    t.equal((await ann.use()).status, 200);
  },
);

t.test('disconnecting revokes, wipes the tokens and keeps the settings', async (t) => {
  const stage = await startStage(t);
  const { host, server } = stage;
  const ann = await makePerson(stage);
  await ann.post(ann.at('/config'), { calendar: 'work' });
  await ann.connect();
  t.same((await ann.post(ann.at('/disconnect'))).body, { ok: true });
  t.equal(server.valid.size, 0);
  t.same(await host.db('secrets'), []);
  t.same(await host.db('oauth_grants'), []);
  t.match((await ann.get(ann.at('/config'))).body.values, { calendar: 'work' });
  t.match((await ann.use()).body, { code: 'STINT_ERR_PLUGIN_AUTH_FAILED' });

  await ann.connect();
  server.revocationStatus = 503;
  t.match((await ann.post(ann.at('/disconnect'))).body, { ok: true, warning: /503.*revoke/ });
  t.same(await host.db('secrets'), [], 'whatever the service says');
});

t.test(
  'the addresses that a service knows already are aliases, and the header takes the secret',
  async (t) => {
    const stage = await startStage(t, {
      stint: {
        aliases: ['/api/integrations/agenda'],
        oauth: {
          ...oauth,
          clientAuthentication: 'basic',
          connectPath: '/connect',
          callbackPath: '/callback',
        },
      },
    });
    const ann = await makePerson(stage, '/api/integrations/agenda');
    const back = await ann.begin();
    t.equal(back.origin + back.pathname, 'http://stint.example/api/integrations/agenda/callback');
    t.equal((await ann.comeBack(back)).status, 302);
    t.equal((await ann.use()).status, 200);
  },
);

t.test('a Stint that is not registered with the service says what is missing', async (t) => {
  const stage = await startStage(t, { env: { AGENDA_CLIENT_ID: '', AGENDA_CLIENT_SECRET: '' } });
  const ann = await makePerson(stage);
  const missing = ['AGENDA_CLIENT_ID', 'AGENDA_CLIENT_SECRET'];
  t.same((await ann.status()).oauth.missing, missing);
  const answer = await ann.go('/api/plugins/agenda/oauth/connect');
  t.match(answer, {
    status: 503,
    body: {
      code: 'STINT_ERR_OAUTH_NOT_CONFIGURED',
      detail: /AGENDA_CLIENT_ID and AGENDA_CLIENT_S/,
    },
  });
});

t.test('an endpoint that is no address keeps the plugin from starting, and is named', async (t) => {
  const { host } = await startStage(t, { env: { AGENDA_TOKEN_URL: 'accounts.example' } });
  const admin = await host.person({ role: 'admin' });
  t.match((await admin.get('/plugins/agenda')).body, {
    state: 'needs_config',
    last_error: /AGENDA_TOKEN_URL is no address: accounts\.example/,
  });
});

t.test('the manifest that the documentation shows is a valid one', async () => {
  const blocks = await readBlocks('docs/plugins/contract.md');
  const shown = blocks.find(({ language, text }) => language === 'json' && text.includes('oauth'));
  checkPackage(packageJson('agenda', { stint: JSON.parse(shown?.text ?? '') }));
});

t.test('a test of a connector connects somebody without a browser', async (t) => {
  const server = await startOauthServer(t);
  const stint = { contributes: { routes: ['POST /use'] }, oauth };
  const plugin = await writePlugin(t, 'agenda', { code, stint });
  const env = {
    OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
    AGENDA_CLIENT_ID: client.id,
    AGENDA_CLIENT_SECRET: client.secret,
    AGENDA_TOKEN_URL: `${server.url}/token`,
  };
  const host = await createTestHost({ plugin, env });
  t.teardown(() => host.stop());
  const anna = await host.person();
  server.valid.add('the-first-one');
  await host.plugin.grant(anna, {
    access_token: 'access-of-a-test',
    refresh_token: 'the-first-one',
    expires_in: 600,
  });
  const use = () => host.request(host.plugin.route('/use'), { as: anna, body: {} });
  t.same((await use()).body, ['access-of-a-test']);
  host.clock.advance({ minutes: 6 });
  t.match((await use()).body, [/^access-/]);
  t.same(server.requests, ['refresh_token']);
});
