/** `npm start` as a person meets it: real processes, real folders, real signals. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex from 'knex';
import t, { type Test } from 'tap';
import { createTestDatabase } from '../fixtures/database.ts';
import { failToStart, startStint } from '../fixtures/process.ts';

async function freshFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-start-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

const ada = {
  name: 'Ada',
  email: 'ada@example.com',
  password: 'correct horse battery',
  time_zone: 'UTC',
};

async function call(url: string, path: string, body?: object, cookie = ''): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, 'x-stint-csrf': '1', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}

t.test('a first start', async (t) => {
  const folder = await freshFolder(t);
  const first = await startStint({ DATA_DIR: folder });
  t.teardown(() => first.end('SIGKILL'));

  t.test('prints where it is and a set-up link, and keeps its data private', async (t) => {
    t.match(first.url, /^http:\/\/localhost:\d+$/);
    t.ok(first.setupToken);
    t.equal((await stat(folder)).mode & 0o077, 0);
    t.notMatch(first.output(), /postgresql:\/\//);
    t.equal((await call(first.url, '/setup?token=x')).status, 200);
    t.equal((await call(first.url, '/healthz')).status, 200);
    t.equal((await call(first.url, '/readyz')).status, 200);
  });

  t.test('is refused a data folder that another one holds', async (t) => {
    const { code, output } = await failToStart({ DATA_DIR: folder });
    t.equal(code, 1);
    t.match(output, /STINT_ERR_EMBEDDED_POSTGRES_HELD/);
    t.equal(output.trim().split('\n').length, 1);
  });

  t.test(
    'loses nothing when it is killed while a timer runs, and asks for no set-up again',
    async (t) => {
      const setup = await call(first.url, '/api/v1/setup', { token: first.setupToken, ...ada });
      t.equal(setup.status, 201);
      const cookie = (setup.headers.get('set-cookie') as string).split(';')[0] as string;
      t.equal(
        (await call(first.url, '/api/v1/timer/start', { description: 'kept' }, cookie)).status,
        201,
      );
      await first.end('SIGKILL');

      const second = await startStint({ DATA_DIR: folder });
      t.teardown(() => second.end('SIGKILL'));
      t.equal(second.setupToken, undefined);
      const timer = (await (await call(second.url, '/api/v1/timer', undefined, cookie)).json()) as {
        timer: { description: string };
      };
      t.equal(timer.timer.description, 'kept');
      t.equal(await second.end('SIGINT'), 0);
      t.notOk((await readdir(join(folder, 'postgres'))).includes('postmaster.pid'));
    },
  );
});

t.test('a start that cannot work says why in one line', async (t) => {
  const { db, connectionString, drop } = await createTestDatabase();
  t.teardown(drop);
  const name = new URL(connectionString).pathname.slice(1);

  async function refuses(t: Test, env: Record<string, string>, pattern: RegExp): Promise<void> {
    const { code, output } = await failToStart(env);
    t.equal(code, 1);
    t.match(output, pattern);
    t.equal(output.trim().split('\n').length, 1, output);
  }

  t.test('when the port is in use', async (t) => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    t.teardown(() => server.close());
    const { port } = server.address() as { port: number };
    await refuses(
      t,
      { DATABASE_URL: connectionString, PORT: String(port) },
      new RegExp(`Port ${port} .*STINT_ERR_PORT_IN_USE`),
    );
  });

  t.test('when the database cannot be reached', async (t) => {
    await refuses(
      t,
      { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/none' },
      /^(?!.*secret).*STINT_ERR_DATABASE_UNREACHABLE/,
    );
  });

  t.test('when a setting is wrong', async (t) => {
    await refuses(
      t,
      { PORT: 'http' },
      /PORT must be integer \(is "http"\).*STINT_ERR_CONFIG_INVALID/,
    );
  });

  t.test('when the database was migrated by a newer version', async (t) => {
    await db('knex_migrations').insert({
      name: '999_future.ts',
      batch: 99,
      migration_time: new Date(),
    });
    await refuses(
      t,
      { DATABASE_URL: connectionString },
      /999_future\.ts.*STINT_ERR_DATABASE_AHEAD/,
    );
    await db('knex_migrations').where({ name: '999_future.ts' }).delete();
  });

  t.test('when PostgreSQL is too old', async (t) => {
    // No old server is at hand, so this one is made to call itself version 14.
    await db.raw('CREATE SCHEMA old');
    await db.raw(`CREATE FUNCTION old.current_setting(text) RETURNS text LANGUAGE sql AS
      $$ SELECT CASE $1 WHEN 'server_version_num' THEN '140011' ELSE '14.11' END $$`);
    await db.raw(`ALTER DATABASE ${name} SET search_path = old, pg_catalog, public`);
    await refuses(
      t,
      { DATABASE_URL: connectionString },
      /PostgreSQL 14\.11 is too old.*STINT_ERR_DATABASE_TOO_OLD/,
    );
    await db.raw(`ALTER DATABASE ${name} RESET search_path`);
  });
});

t.test('two starts at once on an empty database migrate it once', async (t) => {
  const { connectionString, drop } = await createTestDatabase();
  t.teardown(drop);
  const admin = knex({ client: 'pg', connection: process.env.STINT_TEST_DATABASE_URL as string });
  t.teardown(() => admin.destroy());
  const empty = `${new URL(connectionString).pathname.slice(1)}_empty`;
  await admin.raw(`CREATE DATABASE ${empty}`);
  t.teardown(() => admin.raw(`DROP DATABASE IF EXISTS ${empty} WITH (FORCE)`));
  const url = new URL(connectionString);
  url.pathname = `/${empty}`;
  const both = await Promise.all([1, 2].map(() => startStint({ DATABASE_URL: url.href })));
  for (const one of both) {
    t.equal((await call(one.url, '/readyz')).status, 200);
    t.equal(await one.end(), 0);
  }
});
