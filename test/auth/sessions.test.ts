import t from 'tap';
import { hashPassword } from '../../core/auth/passwords.ts';
import { startHost, type TestHost } from '../fixtures/app.ts';
import { browserWith, cookieOf, openBrowser } from '../fixtures/browser.ts';

const password = 'correct horse battery';
const logIn = (host: TestHost, email: string, given = password, cookie = '') =>
  host.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    headers: { cookie },
    payload: { email, password: given },
  });

t.test('signing in', async (t) => {
  const host = await startHost(t, { env: { LOGIN_ATTEMPTS_PER_MINUTE: '1000' } });
  const password_hash = await hashPassword(password);
  const user = await host.person({ email: 'ada@example.com', password_hash });

  t.test(
    'opens a session that its cookie carries and the database only knows as a hash',
    async (t) => {
      const answer = await logIn(host, 'ADA@example.com');
      t.equal(answer.status, 200);
      t.equal(answer.body.user.id, user.id);
      const { name, secret, attributes } = cookieOf(answer);
      t.equal(name, 'stint_session');
      t.match(secret, /^[\w-]{43}$/);
      t.same(attributes.sort(), ['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax']);
      t.equal((await browserWith(host, secret).get('/me')).status, 200);
      const stored = await host.db('sessions').where({ user_id: user.id });
      t.notMatch(JSON.stringify(stored), secret);
    },
  );

  t.test('gives one answer to a wrong password, an unknown and a disabled account', async (t) => {
    await host.person({ email: 'gone@example.com', password_hash, active: false });
    await host.person({ email: 'invited@example.com' });
    const answers = [
      await logIn(host, 'ada@example.com', 'wrong password'),
      await logIn(host, 'nobody@example.com'),
      await logIn(host, 'gone@example.com'),
      await logIn(host, 'invited@example.com'),
    ];
    for (const { status, body, headers } of answers) {
      t.equal(status, 401);
      t.same({ ...body, request_id: '' }, { ...answers[0]?.body, request_id: '' });
      t.notOk(headers['set-cookie']);
    }
  });

  t.test('ends the session that the browser had', async (t) => {
    const { secret } = cookieOf(await logIn(host, 'ada@example.com'));
    await logIn(host, 'ada@example.com', password, `stint_session=${secret}`);
    t.equal((await browserWith(host, secret).get('/me')).status, 401);
  });

  t.test('and out leaves a trail, and so does failing to', async (t) => {
    await host.db('audit_log').delete();
    const { secret } = cookieOf(await logIn(host, 'ada@example.com'));
    const out = await browserWith(host, secret).post('/auth/logout');
    t.equal(out.status, 204);
    t.match(out.headers['set-cookie'], /stint_session=;.*Expires=Thu, 01 Jan 1970/);
    t.equal((await browserWith(host, secret).get('/me')).status, 401);
    await logIn(host, 'ada@example.com', 'wrong password');
    await logIn(host, 'my password@example.com'.replace(' ', '.'), 'x');
    const trail = await host.db('audit_log').orderBy('id');
    t.same(
      trail.map((row) => [row.action, row.actor_id, row.entity_id, row.ip]),
      [
        ['auth.logged_in', user.id, user.id, '127.0.0.1'],
        ['auth.logged_out', user.id, user.id, '127.0.0.1'],
        ['auth.login_failed', null, user.id, '127.0.0.1'],
        ['auth.login_failed', null, null, '127.0.0.1'],
      ],
    );
    t.notMatch(JSON.stringify(trail), 'example.com', 'what was typed is not written down');
  });
});

t.test('under HTTPS the cookie has the __Host- prefix and is Secure', async (t) => {
  const host = await startHost(t, { env: { PUBLIC_URL: 'https://time.example.com' } });
  const password_hash = await hashPassword(password);
  await host.person({ email: 'ada@example.com', password_hash });
  const { name, attributes } = cookieOf(await logIn(host, 'ada@example.com'));
  t.equal(name, '__Host-stint_session');
  t.ok(attributes.includes('Secure'));
  t.ok(attributes.includes('Path=/'));
  t.notOk(attributes.some((attribute) => attribute.startsWith('Domain')));
});

t.test('a session', async (t) => {
  const host = await startHost(t, { env: { SESSION_IDLE_HOURS: '8', SESSION_MAX_DAYS: '2' } });
  const user = await host.person();

  t.test('ends when it is not used for its idle time, and use prolongs it', async (t) => {
    const browser = await openBrowser(host, user.id);
    host.clock.advance({ hours: 7 });
    t.equal((await browser.get('/me')).status, 200);
    host.clock.advance({ hours: 7 });
    t.equal((await browser.get('/me')).status, 200);
    host.clock.advance({ hours: 8 });
    t.equal((await browser.get('/me')).status, 401);
  });

  t.test('ends at its absolute limit however much it is used', async (t) => {
    const browser = await openBrowser(host, user.id);
    for (let hour = 0; hour < 47; hour += 1) {
      host.clock.advance({ hours: 1 });
      await browser.get('/me');
    }
    t.equal((await browser.get('/me')).status, 200);
    host.clock.advance({ hours: 1 });
    t.equal((await browser.get('/me')).status, 401);
  });

  t.test('is listed to its owner only, and can be ended from another one', async (t) => {
    const here = await openBrowser(host, user.id);
    const there = await openBrowser(host, user.id);
    const stranger = await openBrowser(host, (await host.person()).id);
    const { body } = await here.get('/me/sessions');
    t.equal(body.data.length, 2, 'ended ones are not shown');
    t.same(
      body.data.map((row: { is_current: boolean }) => row.is_current),
      [false, true],
    );
    t.match(body.data[0], { ip: '127.0.0.1', user_agent: 'test' });
    t.notOk('token_hash' in body.data[0]);
    t.equal((await stranger.delete(`/me/sessions/${body.data[0].id}`)).status, 404);
    t.equal((await here.delete(`/me/sessions/${body.data[0].id}`)).status, 204);
    t.equal((await there.get('/me')).status, 401);
    t.equal((await here.get('/me')).status, 200);
    const revoked = await host.db('audit_log').where({ action: 'session.revoked' });
    t.match(revoked, [{ actor_id: user.id, entity_id: body.data[0].id }]);
  });

  t.test('is not for API tokens to see or end', async (t) => {
    t.equal((await user.get('/me/sessions')).status, 403);
    t.equal((await user.delete('/me/sessions/1')).status, 403);
  });
});
