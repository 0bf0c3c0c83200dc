import t from 'tap';
import { hashPassword } from '../../core/auth/passwords.ts';
import { generateKey, parseKeyRing } from '../../core/secrets/key-ring.ts';
import { rotateSecrets } from '../../core/secrets/rotate.ts';
import type { Answer, PersonOptions } from '../fixtures/app.ts';
import { browserWith, cookieOf, openBrowser } from '../fixtures/browser.ts';
import { type PluginTestHost, startPluginHost } from '../fixtures/plugin-app.ts';
import { openKeys } from '../fixtures/secret-keys.ts';
import { secretOf, totpAt } from '../fixtures/totp.ts';

const current_password = 'correct horse battery';
const passwordHash = hashPassword(current_password);
const env = { LOGIN_ATTEMPTS_PER_MINUTE: '1000' };

async function somebody(host: PluginTestHost, options: PersonOptions = {}) {
  const email = `${crypto.randomUUID()}@example.com`;
  const user = await host.person({ email, password_hash: await passwordHash, ...options });
  const browser = await openBrowser(host, user.id);
  return { ...user, email, browser };
}

/** Somebody who has switched it on. Each code is of a step of its own, since none is taken twice. */
async function enrolled(host: PluginTestHost, options?: PersonOptions) {
  const person = await somebody(host, options);
  const { body } = await person.browser.post('/me/two-factor', { current_password });
  const secret = secretOf(body.uri);
  const code = () => {
    host.clock.advance({ seconds: 30 });
    return totpAt(secret, host.clock.now());
  };
  const confirmed = await person.browser.post('/me/two-factor/confirm', { code: code() });
  return { ...person, secret, code, recoveryCodes: confirmed.body.recovery_codes as string[] };
}

const logIn = (host: PluginTestHost, email: string) =>
  host.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { email, password: current_password },
  });

const sendCode = (host: PluginTestHost, challenge: Answer | undefined, code: string) =>
  host.inject({
    method: 'POST',
    url: '/api/v1/auth/login/code',
    headers: challenge ? { cookie: `stint_login=${cookieOf(challenge).secret}` } : {},
    payload: { code },
  });

const sessionOf = (answer: Answer) =>
  /stint_session=([^;]+)/.exec(String(answer.headers['set-cookie']))?.[1];

t.test('setting it up', async (t) => {
  const secretKey = generateKey();
  const host = await startPluginHost(t, [], { env, secretKey });

  t.test(
    'needs the password, and shows a secret that the database only has encrypted',
    async (t) => {
      const { id, browser } = await somebody(host);
      const wrong = await browser.post('/me/two-factor', { current_password: 'not this one' });
      t.match(wrong, { status: 422, body: { code: 'STINT_ERR_PASSWORD_WRONG' } });
      const begun = await browser.post('/me/two-factor', { current_password });
      t.equal(begun.status, 201);
      const secret = secretOf(begun.body.uri);
      const stored = await host.db('secrets').where({ owner: `user:${id}` });
      t.match(stored, [{ path: '/totp' }]);
      const everything = JSON.stringify([stored, await host.db('two_factors')]);
      t.notMatch(everything, secret);
      t.notMatch(everything, Buffer.from(secret).toString('hex'));
    },
  );

  t.test('does nothing until a code came back', async (t) => {
    const { email, browser } = await somebody(host);
    await browser.post('/me/two-factor', { current_password });
    t.same((await browser.get('/me/two-factor')).body, {
      confirmed_at: null,
      recovery_codes_left: 0,
    });
    t.equal((await logIn(host, email)).status, 200);
    const wrong = await browser.post('/me/two-factor/confirm', { code: '000000' });
    t.match(wrong, {
      status: 422,
      body: { code: 'STINT_ERR_CODE_WRONG', errors: [{ pointer: '/code' }] },
    });
  });

  t.test('counts the secret that was shown last', async (t) => {
    const { browser } = await somebody(host);
    const first = await browser.post('/me/two-factor', { current_password });
    const second = await browser.post('/me/two-factor', { current_password });
    const codeOf = ({ body }: Answer) => totpAt(secretOf(body.uri), host.clock.now());
    t.equal((await browser.post('/me/two-factor/confirm', { code: codeOf(first) })).status, 422);
    t.equal((await browser.post('/me/two-factor/confirm', { code: codeOf(second) })).status, 200);
  });

  t.test('gives ten recovery codes once, and signs every other browser out', async (t) => {
    const person = await somebody(host);
    const other = await openBrowser(host, person.id);
    const begun = await person.browser.post('/me/two-factor', { current_password });
    const code = totpAt(secretOf(begun.body.uri), host.clock.now());
    const key = { 'idempotency-key': 'once' };
    const confirmed = await person.browser.post('/me/two-factor/confirm', { code }, key);
    const codes: string[] = confirmed.body.recovery_codes;
    t.equal(new Set(codes).size, 10);
    for (const one of codes) t.match(one, /^[a-z2-7]{6}(-[a-z2-7]{6}){3}$/);
    const again = await person.browser.post('/me/two-factor/confirm', { code }, key);
    t.same(again.body, { recovery_codes: null }, 'the kept answer holds none');
    t.equal((await other.get('/me')).status, 401);
    t.match((await person.browser.get('/me/two-factor')).body, {
      confirmed_at: /^2025/,
      recovery_codes_left: 10,
    });
    const kept = JSON.stringify(await host.db('recovery_codes'));
    for (const one of codes) t.notMatch(kept, one.replaceAll('-', ''));
    const trail = host
      .db('audit_log')
      .where({ action: 'two_factor.enabled', entity_id: person.id });
    t.match(await trail, [{ actor_id: person.id }]);
  });

  t.test('is not done twice, and not by an API token', async (t) => {
    const person = await enrolled(host);
    const again = await person.browser.post('/me/two-factor', { current_password });
    t.match(again, { status: 409, body: { code: 'STINT_ERR_TWO_FACTOR_ON' } });
    const confirmed = await person.browser.post('/me/two-factor/confirm', { code: person.code() });
    t.match(confirmed, { status: 409, body: { code: 'STINT_ERR_TWO_FACTOR_ON' } });
    for (const path of ['/me/two-factor', '/me/two-factor/disable']) {
      t.equal((await person.post(path, { current_password, code: '123456' })).status, 403, path);
    }
    const fresh = await somebody(host);
    const early = await fresh.browser.post('/me/two-factor/confirm', { code: '123456' });
    t.match(early, { status: 409, body: { code: 'STINT_ERR_TWO_FACTOR_OFF' } });
  });

  t.test('outlives a rotation of the key', async (t) => {
    const person = await enrolled(host);
    const both = await openKeys(host.db, `${generateKey()},${secretKey}`);
    await rotateSecrets(host.db, both);
    const [row] = await host.db('secrets').where({ owner: `user:${person.id}` });
    t.equal(row.key_id, both.currentId);
    // And back again: the process of this test knows the first key only.
    await rotateSecrets(host.db, { ...both, currentId: parseKeyRing(secretKey).currentId });
    const challenge = await logIn(host, person.email);
    t.equal((await sendCode(host, challenge, person.code())).status, 200);
  });
});

t.test('signing in with a second factor', async (t) => {
  const host = await startPluginHost(t, [], { env });

  t.test('has a second step, in the same browser, and a session only after it', async (t) => {
    const person = await enrolled(host);
    await host.db('sessions').where({ user_id: person.id }).delete();
    await host.db('audit_log').delete();
    const challenge = await logIn(host, person.email);
    t.equal(challenge.status, 202);
    t.same(challenge.body, { second_factor: 'verify' });
    const cookie = cookieOf(challenge);
    t.equal(cookie.name, 'stint_login');
    t.same(cookie.attributes.sort(), ['HttpOnly', 'Max-Age=600', 'Path=/', 'SameSite=Lax']);
    t.same(await host.db('sessions').where({ user_id: person.id }), []);
    t.notMatch(JSON.stringify(await host.db('login_challenges')), cookie.secret);

    const opened = await sendCode(host, challenge, person.code());
    t.equal(opened.status, 200);
    t.equal(opened.body.user.id, person.id);
    t.equal((await browserWith(host, sessionOf(opened) as string).get('/me')).status, 200);
    t.match(opened.headers['set-cookie'], [/stint_session=/, /stint_login=;.*1970/]);
    t.same(await host.db('audit_log').orderBy('id').pluck('action'), [
      'auth.password_accepted',
      'auth.logged_in',
    ]);
  });

  t.test('lets half of it do nothing', async (t) => {
    const person = await enrolled(host);
    const { secret } = cookieOf(await logIn(host, person.email));
    const half = browserWith(host, secret);
    for (const { url, method } of [
      { url: '/me', method: 'get' },
      { url: '/me/two-factor', method: 'get' },
      { url: '/me/sessions', method: 'get' },
      { url: '/me/password', method: 'post' },
      { url: '/tokens', method: 'post' },
      { url: '/me/two-factor/disable', method: 'post' },
    ] as const) {
      t.equal((await half[method](url, method === 'post' ? {} : undefined)).status, 401, url);
      const asItIs = await host.inject({
        method,
        url: `/api/v1${url}`,
        headers: { cookie: `stint_login=${secret}`, 'x-stint-csrf': '1' },
      });
      t.equal(asItIs.status, 401, url);
    }
  });

  t.test('takes a code of one step before or after, and each once', async (t) => {
    const person = await enrolled(host);
    const code = person.code();
    host.clock.advance({ seconds: 30 });
    t.equal((await sendCode(host, await logIn(host, person.email), code)).status, 200);
    const replayed = await sendCode(host, await logIn(host, person.email), code);
    t.match(replayed, { status: 422, body: { code: 'STINT_ERR_CODE_WRONG' } });
    const early = totpAt(person.secret, new Date(host.clock.now().getTime() + 30_000));
    t.equal((await sendCode(host, await logIn(host, person.email), early)).status, 200);
    const older = totpAt(person.secret, host.clock.now());
    t.equal((await sendCode(host, await logIn(host, person.email), older)).status, 422);
  });

  t.test('takes the code that switched it on only there', async (t) => {
    const person = await somebody(host);
    const { body } = await person.browser.post('/me/two-factor', { current_password });
    const code = totpAt(secretOf(body.uri), host.clock.now());
    t.equal((await person.browser.post('/me/two-factor/confirm', { code })).status, 200);
    t.equal((await sendCode(host, await logIn(host, person.email), code)).status, 422);
  });

  t.test('lets one of many with the same code in', async (t) => {
    const person = await enrolled(host);
    const challenges = await Promise.all([1, 2, 3, 4, 5].map(() => logIn(host, person.email)));
    const code = person.code();
    const answers = await Promise.all(challenges.map((one) => sendCode(host, one, code)));
    t.same(answers.map(({ status }) => status).sort(), [200, 422, 422, 422, 422]);
  });

  t.test('takes a recovery code instead, however it is typed, once', async (t) => {
    const person = await enrolled(host);
    const code = person.recoveryCodes[3] as string;
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')}`;
    t.equal((await sendCode(host, await logIn(host, person.email), typed)).status, 200);
    t.equal((await sendCode(host, await logIn(host, person.email), code)).status, 422);
    t.equal((await person.browser.get('/me/two-factor')).body.recovery_codes_left, 9);
    const stranger = await enrolled(host);
    const foreign = stranger.recoveryCodes[0] as string;
    t.equal((await sendCode(host, await logIn(host, person.email), foreign)).status, 422);
  });

  t.test('wants a living challenge', async (t) => {
    const person = await enrolled(host);
    const expired = { status: 401, body: { code: 'STINT_ERR_LOGIN_EXPIRED' } };
    t.match(await sendCode(host, undefined, person.code()), expired);
    const late = await logIn(host, person.email);
    host.clock.advance({ minutes: 10 });
    t.match(await sendCode(host, late, person.code()), expired);
    const used = await logIn(host, person.email);
    t.equal((await sendCode(host, used, person.code())).status, 200);
    t.match(await sendCode(host, used, person.code()), expired);
    const admin = await host.person({ role: 'admin', password_hash: 'x' });
    const disabled = await logIn(host, person.email);
    await admin.patch(`/users/${person.id}`, { active: false });
    t.match(await sendCode(host, disabled, person.code()), expired);
  });

  t.test('locks after five wrong codes, but for recovery codes', async (t) => {
    const person = await enrolled(host);
    await host.db('audit_log').delete();
    const challenge = await logIn(host, person.email);
    const right = person.code();
    const wrong = right === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i += 1) {
      t.equal((await sendCode(host, challenge, wrong)).status, 422);
    }
    const locked = await sendCode(host, challenge, right);
    t.match(locked, { status: 429, headers: { 'retry-after': '900' } });
    t.equal((await host.db('audit_log').where({ action: 'auth.code_failed' })).length, 6);
    const recovery = person.recoveryCodes[0] as string;
    t.equal((await sendCode(host, challenge, recovery)).status, 200);

    host.clock.advance({ minutes: 15 });
    const next = await logIn(host, person.email);
    t.equal((await sendCode(host, next, wrong)).status, 422);
    t.equal((await sendCode(host, next, person.code())).status, 429, 'one more locks again');
    host.clock.advance({ minutes: 15 });
    const last = await logIn(host, person.email);
    t.equal((await sendCode(host, last, person.code())).status, 200);
    t.match(await host.db('two_factors').where({ user_id: person.id }), [{ failures: 0 }]);
  });

  t.test('is asked for after an invitation as well', async (t) => {
    const person = await enrolled(host);
    const admin = await host.person({ role: 'admin' });
    const { body } = await admin.post(`/users/${person.id}/invitation`);
    const token = new URL(body.invitation_url).searchParams.get('token');
    const answer = await host.inject({
      method: 'POST',
      url: '/api/v1/auth/invitation',
      payload: { token, password: 'another horse battery' },
    });
    t.match(answer, { status: 202, body: { second_factor: 'verify' } });
    t.notMatch(answer.headers['set-cookie'], /stint_session/);
    t.equal((await sendCode(host, answer, person.code())).status, 200);
  });

  t.test('leaves API tokens as they are', async (t) => {
    const person = await enrolled(host);
    t.equal((await person.get('/me')).status, 200);
  });
});

t.test('wrong codes are counted as wrong passwords are', async (t) => {
  const host = await startPluginHost(t, [], { env: { LOGIN_ATTEMPTS_PER_MINUTE: '6' } });
  const person = await enrolled(host);
  const challenge = await logIn(host, person.email);
  const statuses = [];
  for (let i = 0; i < 5; i += 1) {
    statuses.push((await sendCode(host, challenge, 'no recovery code')).status);
  }
  t.same(statuses, [422, 422, 422, 422, 429]);
});

t.test('giving it up', async (t) => {
  const host = await startPluginHost(t, [], { env });

  t.test('needs password and code, and leaves nothing behind', async (t) => {
    const person = await enrolled(host);
    const disable = (proof: object) => person.browser.post('/me/two-factor/disable', proof);
    const password = await disable({ current_password: 'wrong one', code: person.code() });
    t.match(password, { status: 422, body: { code: 'STINT_ERR_PASSWORD_WRONG' } });
    const code = await disable({ current_password, code: 'no code at all' });
    t.match(code, { status: 422, body: { code: 'STINT_ERR_CODE_WRONG' } });
    t.equal((await disable({ current_password })).status, 400);
    t.equal((await disable({ current_password, code: person.code() })).status, 204);
    for (const table of ['two_factors', 'recovery_codes']) {
      t.same(await host.db(table).where({ user_id: person.id }), [], table);
    }
    t.same(await host.db('secrets').where({ owner: `user:${person.id}` }), []);
    t.equal((await logIn(host, person.email)).status, 200);
    const again = await disable({ current_password, code: person.code() });
    t.match(again, { status: 409, body: { code: 'STINT_ERR_TWO_FACTOR_OFF' } });
  });

  t.test('in part: new recovery codes end the old ones', async (t) => {
    const person = await enrolled(host);
    const [code] = person.recoveryCodes as [string];
    const proof = { current_password, code: person.code() };
    const { status, body } = await person.browser.post('/me/two-factor/recovery-codes', proof);
    t.equal(status, 200);
    t.equal(body.recovery_codes.length, 10);
    t.equal((await sendCode(host, await logIn(host, person.email), code)).status, 422);
    const [fresh] = body.recovery_codes;
    t.equal((await sendCode(host, await logIn(host, person.email), fresh)).status, 200);
  });

  t.test('for somebody else is an administrator’s, who sees who has it', async (t) => {
    const person = await enrolled(host);
    const admin = await somebody(host, { role: 'admin' });
    const manager = await somebody(host, { role: 'manager' });
    const listed = async (by: typeof admin) => {
      const { body } = await by.browser.get('/users?limit=100');
      return body.data.find((row: { id: number }) => row.id === person.id);
    };
    t.match((await listed(admin)).two_factor_since, /^2025/);
    t.notOk('two_factor_since' in (await listed(manager)));
    const path = `/users/${person.id}/two-factor`;
    t.equal((await manager.browser.delete(path)).status, 403);
    t.equal((await admin.delete(path)).status, 403, 'not by an API token');
    t.equal((await admin.browser.delete(path)).status, 204);
    t.equal((await person.browser.get('/me')).status, 401);
    t.equal((await logIn(host, person.email)).status, 200);
    t.equal((await admin.browser.delete(path)).status, 409);
    t.equal((await admin.browser.delete('/users/999999/two-factor')).status, 404);
    t.match(await host.db('audit_log').where({ action: 'two_factor.reset' }), [
      { actor_id: admin.id, entity_id: person.id },
    ]);
  });

  t.test('for oneself is not, since a stolen session could', async (t) => {
    const admin = await enrolled(host, { role: 'admin' });
    const answer = await admin.browser.delete(`/users/${admin.id}/two-factor`);
    t.match(answer, { status: 409, body: { code: 'STINT_ERR_TWO_FACTOR_OWN' } });
  });
});
