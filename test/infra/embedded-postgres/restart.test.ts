// The ordinary life of the embedded PostgreSQL: first start, stop, start again.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import knex from 'knex';
import t from 'tap';
import {
  isRunning,
  makeDataDir,
  makeUsedDataDir,
  query,
  readServerPid,
  startHere,
} from './fixtures/embedded.ts';

t.test('rows survive a stop and a second start', async (t) => {
  const dataDir = makeDataDir(t);
  const first = await startHere(t, dataDir);
  t.equal(first.adopted, false);
  await query(first.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
  const pid = readServerPid(dataDir);
  await Promise.all([first.stop(), first.stop()]);
  t.notOk(isRunning(pid), 'the server is gone when stop() resolves');

  const second = await startHere(t, dataDir);
  t.equal(second.adopted, false);
  t.equal(second.connectionString, first.connectionString);
  t.same(await query(second.connectionString, 'SELECT answer FROM kept'), [{ answer: 42 }]);
});

t.test('one server, as it is set up', async (t) => {
  const dataDir = makeDataDir(t);
  const server = await startHere(t, dataDir);
  const show = async (name: string) =>
    Object.values((await query(server.connectionString, `SHOW ${name}`))[0] ?? {})[0];

  t.test('it listens on no network', async (t) => {
    t.equal(await show('listen_addresses'), '');
    t.notOk(
      readFileSync(`/proc/${readServerPid(dataDir)}/net/tcp`, 'utf8').includes(
        ':1538 00000000:0000 0A',
      ),
    );
  });

  t.test('it keeps UTC, UTF-8 and page checksums', async (t) => {
    t.equal(await show('timezone'), 'UTC');
    t.equal(await show('server_encoding'), 'UTF8');
    t.equal(await show('data_checksums'), 'on');
    t.same(await query(server.connectionString, "SELECT lower('ÄÖÜ ΣΊΣ') AS text"), [
      { text: 'äöü σίσ' },
    ]);
  });

  t.test('knex connects with the same connection string', async (t) => {
    const db = knex({ client: 'pg', connection: server.connectionString });
    t.teardown(() => db.destroy());
    t.same((await db.raw('SELECT current_database() AS name, current_user AS who')).rows, [
      { name: 'stint', who: 'stint' },
    ]);
  });

  t.test('a wrong password is refused', async (t) => {
    const wrong = server.connectionString.replace(/:[^:@]+@/, ':wrong@');
    await t.rejects(query(wrong, 'SELECT 1'), { code: '28P01' });
  });

  t.test('no other user can enter the data folder or read the password', async (t) => {
    const modeOf = (...path: string[]) =>
      (statSync(join(dataDir, ...path)).mode & 0o777).toString(8);
    t.equal(modeOf(), '700');
    t.equal(modeOf('postgres'), '700');
    t.equal(modeOf('socket'), '700');
    t.equal(modeOf('postgres.password'), '600');
    t.equal(modeOf('postgres.log'), '600');
  });

  t.test('the password is in no process title, environment or log', async (t) => {
    const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
    t.ok(password.length >= 43, '32 bytes');
    const pid = readServerPid(dataDir);
    for (const file of ['cmdline', 'environ']) {
      t.notOk(readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(password), file);
    }
    t.notOk(readFileSync(join(dataDir, 'postgres.log'), 'utf8').includes(password), 'log');
  });

  t.test('it is out of reach of the terminal', async (t) => {
    // Field 5 of stat is the process group, field 6 the session.
    const stat = readFileSync(`/proc/${readServerPid(dataDir)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ');
    t.equal(stat?.[2], String(readServerPid(dataDir)));
    t.equal(stat?.[3], String(readServerPid(dataDir)));
  });

  t.test('it leaves nothing unfinished behind', async (t) => {
    t.same(
      readdirSync(dataDir).filter((name) => name.includes('unfinished')),
      [],
    );
  });
});

t.test('a log above 10 MB is set aside at the next start', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  writeFileSync(join(dataDir, 'postgres.log'), Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
  await startHere(t, dataDir);
  t.ok(statSync(join(dataDir, 'postgres.log')).size < 100_000);
  t.ok(statSync(join(dataDir, 'postgres.log.1')).size > 10_000_000);
});
