import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { hashSecret, newSecret } from '../../core/auth/secrets.ts';
import { type Access, hasRole } from '../../core/infra/access.ts';
import { type Answer, startHost } from '../fixtures/app.ts';
import { openBrowser } from '../fixtures/browser.ts';

interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  name: string;
  access: Access | 'public';
}

t.test('every route', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', password_hash: 'x' });
  const routes = host.app.routeTable.flatMap(({ method, url, config }): Route[] =>
    [method]
      .flat()
      .filter((verb) => verb !== 'HEAD')
      .map((verb) => ({
        method: verb as Route['method'],
        url: url.replace(/:\w+/g, '1'),
        name: `${verb} ${url}`,
        access: config?.access as Access | 'public',
      })),
  );
  const guarded = routes.filter((route) => route.access !== 'public') as (Route & {
    access: Access;
  })[];

  // Whoever may open a stream waits for its end in vain.
  const hasEnd = ({ url }: Route) => url !== '/api/v1/live';
  const call = ({ method, url }: Route, headers: Record<string, string>): Promise<Answer> =>
    host.inject({ method, url, headers });
  async function tokenWith(granted: readonly string[], user_id = admin.id) {
    const token = newSecret('stint_');
    await host
      .db('api_tokens')
      .insert({ token_hash: hashSecret(token), user_id, name: 'walk', scopes: granted });
    return { authorization: `Bearer ${token}` };
  }

  t.test('is guarded, but for these', async (t) => {
    t.ok(guarded.length > 20, `${guarded.length} guarded routes`);
    const open = routes.filter(({ access }) => access === 'public').map(({ name }) => name);
    t.same(open.filter((name) => !/ \/api\/docs/.test(name)).sort(), [
      'GET /*',
      'GET /api/openapi.json',
      'GET /api/v1/calendar/:token',
      'GET /api/v1/setup',
      'GET /assets/*',
      'GET /healthz',
      'GET /readyz',
      'POST /api/v1/auth/invitation',
      'POST /api/v1/auth/login',
      'POST /api/v1/setup',
    ]);
  });

  t.test('refuses whoever is not signed in', async (t) => {
    for (const route of guarded) {
      for (const headers of [
        {},
        { authorization: 'Bearer stint_guess' },
        { authorization: 'Basic YTpi' },
        { cookie: 'stint_session=guess', 'x-stint-csrf': '1' },
      ]) {
        const { status, body } = await call(route, headers as Record<string, string>);
        t.match([status, body?.code], [401, 'STINT_ERR_UNAUTHENTICATED'], route.name);
      }
    }
  });

  t.test('refuses a token that has every scope but its own', async (t) => {
    for (const route of guarded) {
      const headers = await tokenWith(scopes.filter((scope) => scope !== route.access.scope));
      const { status, body } = await call(route, headers);
      const code =
        route.access.scope === 'session' ? 'STINT_ERR_FORBIDDEN' : 'STINT_ERR_SCOPE_MISSING';
      t.match([status, body?.code], [403, code], route.name);
    }
  });

  t.test('refuses a change by a session without the CSRF header', async (t) => {
    const { secret } = await openBrowser(host, admin.id);
    for (const route of guarded.filter(({ method }) => method !== 'GET')) {
      const { status, body } = await call(route, { cookie: `stint_session=${secret}` });
      t.match([status, body?.code], [403, 'STINT_ERR_CSRF'], route.name);
    }
  });

  t.test('refuses a role below its own, whatever the scopes', async (t) => {
    for (const role of ['member', 'manager'] as const) {
      const person = await host.person({ role });
      for (const route of guarded) {
        if (route.access.scope === 'session') continue;
        if (hasRole(role, route.access.role ?? 'member')) continue;
        const { status, body } = await call(route, await tokenWith(scopes, person.id));
        t.match([status, body?.code], [403, 'STINT_ERR_FORBIDDEN'], `${role} ${route.name}`);
      }
    }
  });

  t.test('that reads changes nothing', async (t) => {
    await admin.post('/clients', { name: 'Still' });
    await admin.post('/projects', { name: 'Still', color: '#000000' });
    const before = await fingerprint();
    for (const route of guarded.filter((one) => one.method === 'GET' && hasEnd(one))) {
      await call(route, { authorization: `Bearer ${admin.token}` });
    }
    t.same(await fingerprint(), before);
  });

  // Last, since it changes things.
  t.test('takes a token with exactly its scope', async (t) => {
    for (const route of guarded.filter(hasEnd)) {
      if (route.access.scope === 'session') continue;
      const { status, body } = await call(route, await tokenWith([route.access.scope]));
      t.notOk(status === 401 || status >= 500, `${route.name} ${status}`);
      t.not(body?.code, 'STINT_ERR_SCOPE_MISSING', route.name);
      t.not(body?.code, 'STINT_ERR_FORBIDDEN', route.name);
    }
  });

  // All tables but those that note when a credential was last used.
  async function fingerprint(): Promise<Record<string, string>> {
    const { rows } = await host.db.raw(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'
         AND tablename NOT IN ('sessions', 'api_tokens', 'rate_limits') ORDER BY 1`,
    );
    const found: Record<string, string> = {};
    for (const { tablename } of rows) {
      const sum = await host.db.raw(
        `SELECT count(*) || md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS sum FROM ?? t`,
        [tablename],
      );
      found[tablename] = sum.rows[0].sum;
    }
    return found;
  }
});

t.test('a bearer token wins over a cookie, and needs no CSRF header', async (t) => {
  const host = await startHost(t);
  const one = await host.person();
  const other = await openBrowser(host, (await host.person()).id);
  const cookie = `stint_session=${other.secret}`;
  t.equal((await one.get('/me', { cookie })).body.id, one.id);
  t.equal((await one.patch('/me', { week_start: 7 }, { cookie })).body.id, one.id);
  const wrong = await host.withToken('stint_wrong').get('/me', { cookie });
  t.equal(wrong.status, 401);
  t.equal(wrong.headers['www-authenticate'], 'Bearer');
});

t.test('a body is not read for somebody who may not send it', async (t) => {
  const host = await startHost(t);
  const refused = await host.inject({
    method: 'POST',
    url: '/api/v1/clients',
    headers: { 'content-type': 'application/json' },
    payload: '{ not json',
  });
  t.equal(refused.status, 401);
});

t.test('an app with a route that declares nothing refuses to start', async (t) => {
  const { buildApp } = await import('../../core/app.ts');
  const host = await startHost(t);
  const app = await buildApp({ config: host.app.config, db: host.db });
  t.teardown(() => app.close());
  app.get('/silent', async () => ({}));
  await t.rejects(async () => app.ready(), { message: /GET \/silent does not declare/ });
});
