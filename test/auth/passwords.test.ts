import t from 'tap';
import { hashPassword, verifyPassword } from '../../core/auth/passwords.ts';
import { startHost } from '../fixtures/app.ts';
import { openBrowser } from '../fixtures/browser.ts';

t.test('a password is kept as Argon2id with OWASP parameters', async (t) => {
  const stored = await hashPassword('correct horse battery');
  t.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  t.ok(await verifyPassword(stored, 'correct horse battery'));
  t.notOk(await verifyPassword(stored, 'correct horse batterx'));
  t.notOk(await verifyPassword(null, 'a password that nobody has'));
});

t.test('a password typed in another Unicode form is the same password', async (t) => {
  const stored = await hashPassword('Größe der Bäume'.normalize('NFD'));
  t.ok(await verifyPassword(stored, 'Größe der Bäume'.normalize('NFC')));
});

t.test('common passwords are refused in any case', async (t) => {
  for (const password of ['password', 'PassWord123', 'qwertyuiop', '1234567890', 'iloveyou!']) {
    await t.rejects(hashPassword(password), { code: 'STINT_ERR_PASSWORD_COMMON' });
  }
});

t.test('an unknown account costs as much work as a known one', async (t) => {
  const stored = await hashPassword('correct horse battery');
  const cpu = async (work: () => Promise<unknown>) => {
    const before = process.cpuUsage();
    for (let i = 0; i < 10; i += 1) await work();
    return process.cpuUsage(before).user;
  };
  await verifyPassword(null, 'warm');
  const known = await cpu(() => verifyPassword(stored, 'wrong'));
  const unknown = await cpu(() => verifyPassword(undefined, 'wrong'));
  t.ok(unknown > known / 3 && unknown < known * 3, `${unknown} against ${known} µs`);
});

t.test('changing a password', async (t) => {
  const host = await startHost(t, { env: { LOGIN_ATTEMPTS_PER_MINUTE: '6' } });
  const old = 'correct horse battery';
  const user = await host.person({ password_hash: await hashPassword(old) });
  const here = await openBrowser(host, user.id);
  const change = (body: object) => here.post('/me/password', body);

  t.test('needs the current one, and a new one that nobody would guess', async (t) => {
    const wrong = await change({ current_password: 'wrong', new_password: 'another good one' });
    t.equal(wrong.status, 422);
    t.match(wrong.body, {
      code: 'STINT_ERR_PASSWORD_WRONG',
      errors: [{ pointer: '/current_password' }],
    });
    const common = await change({ current_password: old, new_password: 'password1' });
    t.match(common.body, {
      code: 'STINT_ERR_PASSWORD_COMMON',
      errors: [{ pointer: '/new_password' }],
    });
  });

  t.test('ends the other sessions, unless told not to', async (t) => {
    const there = await openBrowser(host, user.id);
    const next = 'another good one';
    const kept = { current_password: old, new_password: next, end_other_sessions: false };
    t.equal((await change(kept)).status, 204);
    t.equal((await there.get('/me')).status, 200);
    t.equal((await change({ current_password: next, new_password: old })).status, 204);
    t.equal((await there.get('/me')).status, 401);
    t.equal((await here.get('/me')).status, 200);
    const trail = await host.db('audit_log').where({ action: 'user.password_changed' });
    t.equal(trail.length, 2);
    t.notMatch(JSON.stringify(trail), 'argon2');
    t.notMatch(JSON.stringify(await host.db('events')), 'argon2');
  });

  t.test('is not a place to guess at leisure', async (t) => {
    const guess = { current_password: 'wrong', new_password: 'another good one' };
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await change(guess)).status);
    t.same(statuses, [422, 422, 429, 429]);
  });

  t.test('is not for API tokens', async (t) => {
    const refused = await user.post('/me/password', {
      current_password: old,
      new_password: 'another good one',
    });
    t.equal(refused.status, 403);
  });
});
