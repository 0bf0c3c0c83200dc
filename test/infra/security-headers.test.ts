import t from 'tap';
import { type Answer, startHost } from '../fixtures/app.ts';

t.test('every answer carries the security headers, errors included', async (t) => {
  const host = await startHost(t, { env: { PUBLIC_URL: 'https://time.example.com' } });
  const user = await host.person({ role: 'admin' });
  await host.db.raw('ALTER TABLE tags RENAME TO tags_away');
  const answers: Record<string, Answer> = {
    'a read': await user.get('/me'),
    'no content': await host.inject({
      method: 'OPTIONS',
      url: '/api/v1/me',
    }),
    'not signed in': await host.withToken(undefined).get('/me'),
    'bad request': await user.post('/clients', {}),
    'malformed body': await user.post('/clients', '{', { 'content-type': 'application/json' }),
    'no such record': await user.get('/clients/999'),
    'no such route': await host.inject({ url: '/api/nowhere' }),
    'no such page': await host.inject({ url: '/nowhere' }),
    'a failure': await user.get('/tags'),
    'the reference': await host.inject({ url: '/api/docs/' }),
    'a health check': await host.inject({ url: '/healthz' }),
  };
  t.equal(answers['a failure']?.status, 500);
  t.notMatch(answers['a failure']?.text, 'tags', 'a failure says little');
  for (const [name, { headers }] of Object.entries(answers)) {
    t.match(
      headers,
      {
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'strict-transport-security': /^max-age=\d{8}/,
        'content-security-policy': /frame-ancestors 'none'/,
      },
      name,
    );
    t.notMatch(
      headers['content-security-policy'],
      /unsafe-eval|script-src[^;]*unsafe-inline/,
      name,
    );
  }
  for (const name of ['a read', 'not signed in', 'no such record', 'a failure']) {
    t.equal(answers[name]?.headers['cache-control'], 'no-store', name);
  }
});

t.test('over plain HTTP there is no HSTS, which would lock a person out', async (t) => {
  const host = await startHost(t);
  const { headers } = await host.inject({ url: '/healthz' });
  t.notOk('strict-transport-security' in headers);
});

t.test('no other origin may read an answer', async (t) => {
  const host = await startHost(t);
  const { headers } = await host.inject({
    method: 'OPTIONS',
    url: '/api/v1/me',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'PATCH' },
  });
  t.notOk(Object.keys(headers).some((name) => name.startsWith('access-control')));
});
