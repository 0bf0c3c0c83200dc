import t from 'tap';
import { prepareSetupLink } from '../../core/setup/service.ts';
import { startHost, type TestHost } from '../fixtures/app.ts';
import { browserWith, cookieOf } from '../fixtures/browser.ts';

const ada = { email: 'ada@example.com', name: 'Ada', password: 'correct horse battery' };

async function linkToken(host: TestHost): Promise<string> {
  const { db, clock } = host;
  const link = (await prepareSetupLink({ db, clock, baseUrl: 'http://localhost:1' })) as string;
  return link.replace('http://localhost:1/setup?token=', '');
}

t.test('the first run makes an administrator who is signed in', async (t) => {
  const host = await startHost(t);
  const nobody = host.withToken(undefined);
  t.same((await nobody.get('/setup')).body, { done: false });
  const token = await linkToken(host);
  t.match(token, /^[\w-]{43}$/);
  const done = await nobody.post('/setup', {
    ...ada,
    token,
    time_zone: 'Europe/Berlin',
    currency: 'CHF',
  });
  t.equal(done.status, 201);
  t.match(done.body.user, { email: 'ada@example.com', role: 'admin', time_zone: 'Europe/Berlin' });
  t.notOk('password_hash' in done.body.user);
  const browser = browserWith(host, cookieOf(done).secret);
  t.equal((await browser.get('/me')).body.name, 'Ada');
  t.equal((await browser.get('/settings')).body.currency, 'CHF');
  t.same((await nobody.get('/setup')).body, { done: true });

  t.test('and nobody after that, with whatever link', async (t) => {
    const again = await nobody.post('/setup', { ...ada, token });
    t.equal(again.status, 409);
    t.equal(again.body.code, 'STINT_ERR_SETUP_DONE');
    const { db, clock } = host;
    t.equal(await prepareSetupLink({ db, clock, baseUrl: 'x' }), undefined);
  });
});

t.test('setting up', async (t) => {
  const host = await startHost(t, { env: { LOGIN_ATTEMPTS_PER_MINUTE: '1000' } });
  const nobody = host.withToken(undefined);

  t.test('takes no link but the last one that was made, for seven days', async (t) => {
    const first = await linkToken(host);
    const second = await linkToken(host);
    for (const token of ['guess', first]) {
      const refused = await nobody.post('/setup', { ...ada, token });
      t.equal(refused.status, 410);
      t.equal(refused.body.code, 'STINT_ERR_LINK_INVALID');
    }
    host.clock.advance({ hours: 7 * 24 });
    t.equal((await nobody.post('/setup', { ...ada, token: second })).status, 410);
  });

  t.test('refuses a bad field without using the link up', async (t) => {
    const token = await linkToken(host);
    const common = await nobody.post('/setup', { ...ada, token, password: 'Password123' });
    t.match(common.body, { code: 'STINT_ERR_PASSWORD_COMMON', errors: [{ pointer: '/password' }] });
    t.equal((await nobody.post('/setup', { ...ada, token, password: 'short' })).status, 400);
    t.equal((await nobody.post('/setup', { ...ada, token, time_zone: 'Mars/Base' })).status, 400);
    t.equal((await nobody.post('/setup', { ...ada, token, role: 'admin' })).status, 400);
  });

  t.test('by many at the same instant makes one administrator', async (t) => {
    const token = await linkToken(host);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        nobody.post('/setup', { ...ada, token, email: `ada${i}@example.com` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    t.same(statuses, [201, 409, 409, 409, 409, 409, 409, 409]);
    t.equal((await host.db('users')).length, 1);
  });

  t.test('without a time zone takes that of the machine', async (t) => {
    const { time_zone } = await host.db('users').first();
    t.equal(time_zone, new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
