import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { browserWith, cookieOf, openBrowser } from '../fixtures/browser.ts';

t.test('people', async (t) => {
  const host = await startHost(t, { env: { PUBLIC_URL: 'https://time.example.com' } });
  const admin = await host.person({
    role: 'admin',
    password_hash: 'x',
    time_zone: 'Europe/Berlin',
  });
  const manager = await host.person({ role: 'manager' });
  const member = await host.person();

  t.test('are added with a password, or with an invitation to choose one', async (t) => {
    const direct = await admin.post('/users', {
      email: 'direct@example.com',
      name: 'Direct',
      password: 'correct horse battery',
    });
    t.equal(direct.status, 201);
    t.match(direct.body, { role: 'member', active: true, time_zone: 'Europe/Berlin', version: 1 });
    t.notOk('invitation_url' in direct.body);
    t.notOk('password_hash' in direct.body);

    const invited = await admin.post('/users', {
      email: 'invited@example.com',
      name: 'Invited',
      role: 'manager',
      time_zone: 'America/Sao_Paulo',
    });
    t.match(invited.body.invitation_url, /^https:\/\/time\.example\.com\/invitation\?token=.{43}$/);
    const token = invited.body.invitation_url.split('token=')[1];
    const nobody = host.withToken(undefined);
    const accepted = await nobody.post('/auth/invitation', { token, password: 'hushed lantern' });
    t.equal(accepted.status, 200);
    const browser = browserWith(host, cookieOf(accepted).secret);
    t.match((await browser.get('/me')).body, { name: 'Invited', role: 'manager' });
    const again = await nobody.post('/auth/invitation', { token, password: 'hushed lantern' });
    t.equal(again.status, 410);
    t.equal(again.body.code, 'STINT_ERR_LINK_INVALID');
  });

  t.test('have an address of their own, in any case', async (t) => {
    const refused = await admin.post('/users', { email: 'DIRECT@example.com', name: 'x' });
    t.equal(refused.status, 409);
    t.equal(refused.body.code, 'STINT_ERR_DUPLICATE');
  });

  t.test('are kept by administrators alone, and nobody raises their own role', async (t) => {
    for (const caller of [manager, member]) {
      const one = { email: 'x@example.com', name: 'x' };
      t.equal((await caller.post('/users', one)).status, 403);
      t.equal((await caller.patch(`/users/${caller.id}`, { role: 'admin' })).status, 403);
      t.equal((await caller.post(`/users/${member.id}/invitation`)).status, 403);
      t.equal((await caller.patch('/me', { role: 'admin' })).status, 400);
      t.equal((await caller.patch('/me', { active: false })).status, 400);
      t.equal((await caller.patch('/me', { email: 'y@example.com' })).status, 400);
    }
  });

  t.test('see of each other what their role allows', async (t) => {
    t.ok('email' in (await manager.get(`/users/${member.id}`)).body);
    const { body } = await member.get(`/users/${manager.id}`);
    t.same(body, { id: manager.id, name: 'Person 2', active: true });
    t.ok('email' in (await member.get(`/users/${member.id}`)).body, 'themselves in full');
    const list = (await member.get('/users?limit=200')).body.data;
    for (const user of list) {
      t.equal('email' in user, user.id === member.id, user.name);
    }
    t.equal((await manager.get('/users?search=invited%40')).body.data.length, 1);
    t.equal((await member.get('/users?search=invited%40')).body.data.length, 0);
    t.equal((await member.get('/users?sort=-email')).status, 403);
    t.equal((await admin.get('/users/999999')).status, 404);
  });

  t.test('set their own preferences, on fresh data', async (t) => {
    const read = await member.get('/me');
    const preferences = {
      time_zone: 'Australia/Lord_Howe',
      week_start: 7,
      rounding_mode: 'up',
      rounding_minutes: 6,
      switch_policy: 'switch',
    };
    const etag = { 'if-match': read.headers.etag as string };
    const edited = await member.patch('/me', preferences, etag);
    t.match(edited.body, { ...preferences, version: 2 });
    t.match(edited.body.updated_at, /\+11:00$|\+10:30$|\+00:00$/);
    t.equal((await member.patch('/me', { week_start: 1 }, etag)).status, 412);
    t.equal((await member.patch('/me', { time_zone: 'Mars/Base' })).status, 400);
  });

  t.test('may live in every zone that the server offers, or are told otherwise', async (t) => {
    const odd = [];
    for (const time_zone of Intl.supportedValuesOf('timeZone')) {
      const { status, body } = await member.patch('/me', { time_zone });
      if (status !== 200) odd.push([time_zone, body.code]);
    }
    for (const [zone, code] of odd) t.equal(code, 'STINT_ERR_TIME_ZONE_UNKNOWN', zone);
    t.ok(odd.length < 10, JSON.stringify(odd));
  });

  t.test('who are disabled lose all they hold, and get nothing back when enabled', async (t) => {
    const leaver = await host.person();
    const browser = await openBrowser(host, leaver.id);
    const invited = await admin.post(`/users/${leaver.id}/invitation`);
    t.equal(invited.status, 201);
    t.equal((await admin.patch(`/users/${leaver.id}`, { active: false })).body.active, false);
    const link = invited.body.invitation_url.split('token=')[1];
    const accept = () =>
      host
        .withToken(undefined)
        .post('/auth/invitation', { token: link, password: 'hushed lantern' });
    t.equal((await accept()).status, 410);
    const again = await admin.post(`/users/${leaver.id}/invitation`);
    t.equal(again.body.code, 'STINT_ERR_USER_DISABLED');
    await admin.patch(`/users/${leaver.id}`, { active: true });
    t.equal((await leaver.get('/me')).status, 401);
    t.equal((await browser.get('/me')).status, 401);
    t.equal((await accept()).status, 410);
  });

  t.test('who change their role have the new one at once', async (t) => {
    t.equal((await member.get('/audit-log')).status, 403);
    await admin.patch(`/users/${member.id}`, { role: 'admin' });
    t.equal((await member.get('/audit-log')).status, 200);
    await admin.patch(`/users/${member.id}`, { role: 'member' });
    t.equal((await member.get('/audit-log')).status, 403);
  });

  t.test('cannot be deleted', async (t) => {
    t.equal((await admin.delete(`/users/${member.id}`)).status, 404);
  });
});

t.test('a new link to choose a password', async (t) => {
  const host = await startHost(t);
  const admin = await host.person({ role: 'admin', password_hash: 'x' });
  const user = await host.person({ password_hash: 'x' });
  const browser = await openBrowser(host, user.id);
  const links: string[] = [];
  for (let i = 0; i < 2; i += 1) {
    const { body } = await admin.post(`/users/${user.id}/invitation`, undefined, {
      host: 'time.local:8080',
    });
    t.match(body.invitation_url, /^http:\/\/time\.local:8080\/invitation\?token=/);
    links.push(body.invitation_url.split('token=')[1]);
  }
  const choose = (token: string) =>
    host.withToken(undefined).post('/auth/invitation', { token, password: 'hushed lantern' });

  t.test('takes the place of the one before', async (t) => {
    t.equal((await choose(links[0] as string)).status, 410);
  });
  t.test('signs every browser out when it is used', async (t) => {
    t.equal((await choose(links[1] as string)).status, 200);
    t.equal((await browser.get('/me')).status, 401);
  });
  t.test('expires after seven days', async (t) => {
    const { body } = await admin.post(`/users/${user.id}/invitation`);
    host.clock.advance({ hours: 7 * 24 });
    t.equal((await choose(body.invitation_url.split('token=')[1])).status, 410);
  });
});

t.test('the last administrator who can sign in', async (t) => {
  const host = await startHost(t);
  const first = await host.person({ role: 'admin', password_hash: 'x' });
  const second = await host.person({ role: 'admin', password_hash: 'x' });
  await host.person({ role: 'admin' });

  t.test('is left when two demote each other at the same instant', async (t) => {
    for (let round = 0; round < 5; round += 1) {
      await host.db('users').whereIn('id', [first.id, second.id]).update({ role: 'admin' });
      const answers = await Promise.all([
        first.patch(`/users/${second.id}`, { role: 'member' }),
        second.patch(`/users/${first.id}`, { role: 'member' }),
      ]);
      const statuses = answers.map(({ status }) => status).sort();
      // The slower one may also find that it is no administrator any more.
      t.ok(['200,409', '200,403'].includes(statuses.join()), statuses.join());
      const left = await host.db('users').where({ role: 'admin', password_hash: 'x' });
      t.equal(left.length, 1);
    }
  });

  t.test('cannot be disabled or demoted, not even by themselves', async (t) => {
    await host.db('users').where({ id: first.id }).update({ role: 'admin' });
    await host.db('users').where({ id: second.id }).update({ role: 'member' });
    for (const patch of [{ active: false }, { role: 'manager' }]) {
      const refused = await first.patch(`/users/${first.id}`, patch);
      t.equal(refused.status, 409);
      t.equal(refused.body.code, 'STINT_ERR_LAST_ADMIN');
    }
    t.equal((await first.patch(`/users/${first.id}`, { name: 'Still here' })).status, 200);
  });
});
