/** Who stands behind a credential is remembered, and forgotten the moment that it may have changed. */
import type { Knex } from 'knex';
import t from 'tap';
import { buildApp } from '../../core/app.ts';
import { Identities } from '../../core/auth/identities.ts';
import { loadConfig } from '../../core/config.ts';
import { startHost } from '../fixtures/app.ts';
import { until } from '../fixtures/until.ts';

/** Changes a row without a word: whoever remembers cannot know. */
async function changeQuietly(db: Knex, change: (db: Knex) => Knex.QueryBuilder): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw('SET LOCAL session_replication_role = replica');
    await change(trx);
  });
}

t.test('what a credential stands for', async (t) => {
  const host = await startHost(t);
  const { db, clock } = host;
  const identities = new Identities({ db, clock, log: host.app.log });
  await identities.start();
  t.teardown(() => identities.stop());
  const person = await host.person({ role: 'member' });
  const find = () => identities.find({ kind: 'token', secret: person.token }, '127.0.0.1');
  const role = async () => (await find())?.actor.role;
  const me = (db: Knex) => db('users').where({ id: person.id });
  const changeRoleQuietly = (role: string) => changeQuietly(db, (db) => me(db).update({ role }));

  t.test('is remembered', async (t) => {
    t.equal(await role(), 'member');
    await changeRoleQuietly('manager');
    t.equal(await role(), 'member');
    await me(db).update({ name: 'Another name', updated_at: clock.now() });
    await db('api_tokens').update({ last_used_at: clock.now() });
    t.equal(await role(), 'member', 'neither a name nor a noted use says anything');
  });

  t.test('is asked anew where it matters that it still stands', async (t) => {
    const credential = { kind: 'token', secret: person.token } as const;
    t.equal((await identities.findAnew(credential, '127.0.0.1'))?.actor.role, 'manager');
  });

  t.test('is forgotten with every change that may matter', async (t) => {
    const cases: [what: string, change: () => Promise<unknown>, seen: () => Promise<unknown>][] = [
      ['a role', () => me(db).update({ role: 'admin' }), async () => (await role()) === 'admin'],
      [
        'a zone',
        () => me(db).update({ time_zone: 'Asia/Tokyo' }),
        async () => (await find())?.actor.time_zone === 'Asia/Tokyo',
      ],
      [
        'scopes',
        () => db('api_tokens').update({ scopes: ['read:projects'] }),
        async () => (await find())?.actor.scopes?.length === 1,
      ],
      [
        'settings',
        () => db('settings').update({ data: JSON.stringify({ currency: 'CHF' }) }),
        async () => (await find())?.settings.currency === 'CHF',
      ],
      ['an account', () => me(db).update({ active: false }), async () => !(await find())],
      ['an account again', () => me(db).update({ active: true }), find],
      ['a token', () => db('api_tokens').delete(), async () => !(await find())],
    ];
    for (const [what, change, seen] of cases) {
      await find();
      await change();
      await until(seen);
      t.pass(what);
    }
  });

  t.test('is known for a minute, and not past the end of the credential', async (t) => {
    const other = await host.person();
    const credential = { kind: 'token', secret: other.token } as const;
    const roleOf = async () => (await identities.find(credential, '127.0.0.1'))?.actor.role;
    const theirs = (db: Knex) => db('users').where({ id: other.id });
    const ends = new Date(clock.now().getTime() + 90_000);
    const token = (db: Knex) => db('api_tokens').where({ user_id: other.id });
    await changeQuietly(db, (db) => token(db).update({ expires_at: ends }));
    t.equal(await roleOf(), 'member');
    await changeQuietly(db, (db) => theirs(db).update({ role: 'manager' }));
    clock.advance({ seconds: 59 });
    t.equal(await roleOf(), 'member');
    clock.advance({ seconds: 1 });
    t.equal(await roleOf(), 'manager');
    clock.advance({ seconds: 29 });
    t.equal(await roleOf(), 'manager');
    clock.advance({ seconds: 1 });
    t.equal(await roleOf(), undefined);
  });

  t.test('is asked on each request while nothing is heard', async (t) => {
    const other = await host.person();
    const credential = { kind: 'token', secret: other.token } as const;
    const roleOf = async () => (await identities.find(credential, '127.0.0.1'))?.actor.role;
    const theirs = (db: Knex) => db('users').where({ id: other.id });
    t.equal(await roleOf(), 'member');
    await changeQuietly(db, (db) => theirs(db).update({ role: 'manager' }));
    t.equal(await roleOf(), 'member');
    await db.raw(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query = 'LISTEN stint_identities' AND datname = current_database()`);
    await until(async () => (await roleOf()) === 'manager');
    t.pass('what was remembered is gone with the connection');
  });
});

t.test('a server that remembers', async (t) => {
  const host = await startHost(t);
  const config = loadConfig({ RATE_LIMIT_PER_MINUTE: '0' });
  const { db, clock } = host;
  const app = await buildApp({ config, db, clock, remembersIdentities: true });
  t.teardown(() => app.close());
  await app.ready();
  const admin = await host.person({ role: 'admin' });
  const member = await host.person();
  const call = (token: string, method: 'GET' | 'PATCH', url: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${token}` },
      ...(payload && { payload }),
    });

  t.test('refuses the very next request of whom it shows the door', async (t) => {
    for (let i = 0; i < 20; i += 1) {
      t.equal((await call(member.token, 'GET', '/me')).statusCode, 200);
      const off = await call(admin.token, 'PATCH', `/users/${member.id}`, { active: false });
      t.equal(off.statusCode, 200, off.body);
      t.equal((await call(member.token, 'GET', '/me')).statusCode, 401);
      const on = await call(admin.token, 'PATCH', `/users/${member.id}`, { active: true });
      t.equal(on.statusCode, 200, on.body);
      member.token = (await host.person({ name: `Person ${i}` })).token;
      member.id = (await call(member.token, 'GET', '/me')).json().id;
    }
  });
});
