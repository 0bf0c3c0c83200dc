// What dies without warning, and how the next start copes: Stint, the server, initdb.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  isRunning,
  makeDataDir,
  makeUsedDataDir,
  query,
  readServerPid,
  spawnHolder,
  startHere,
  waitUntil,
} from './fixtures/embedded.ts';

t.test(
  'a server whose Stint was killed is adopted, with its rows, and can be stopped',
  async (t) => {
    const dataDir = await makeUsedDataDir(t);
    const holder = await spawnHolder(t, dataDir);
    await query(holder.answer.connectionString ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
    const pid = readServerPid(dataDir);
    await holder.kill();
    t.ok(isRunning(pid), 'it is an orphan');

    const next = await startHere(t, dataDir);
    t.equal(next.adopted, true);
    t.equal(readServerPid(dataDir), pid);
    t.same(await query(next.connectionString, 'SELECT answer FROM kept'), [{ answer: 42 }]);
    await next.stop();
    t.notOk(isRunning(pid));
  },
);

t.test('a server that was killed is started again and recovers', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  const warnings: string[] = [];
  const first = await startHere(t, dataDir, warnings);
  await query(first.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
  process.kill(readServerPid(dataDir), 'SIGKILL');
  await waitUntil(() => warnings.length > 0);

  const second = await startHere(t, dataDir);
  t.equal(second.adopted, false);
  t.same(await query(second.connectionString, 'SELECT answer FROM kept'), [{ answer: 42 }]);
  t.equal(warnings.length, 1, 'the loss is reported once');
  t.match(warnings[0], /was cut off/);
});

t.test('the folder is still held after PostgreSQL has restarted itself', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  const warnings: string[] = [];
  const server = await startHere(t, dataDir, warnings);
  const [backend] = await query(
    server.connectionString,
    "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'stint: owner%'",
  );
  process.kill(Number(backend?.pid), 'SIGKILL');
  await waitUntil(() => warnings.length > 0);
  const isHeld = async () => {
    const sql = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted";
    return (await query(server.connectionString, sql).catch(() => [])).length > 0;
  };
  const deadline = Date.now() + 5_000;
  let held = false;
  while (!held && Date.now() < deadline) held = await isHeld();
  t.ok(held);
});

t.test('a first start that is killed half-way does not spoil the folder', async (t) => {
  const dataDir = makeDataDir(t);
  const holder = await spawnHolder(t, dataDir, { isUnawaited: true });
  const findUnfinished = () =>
    existsSync(dataDir)
      ? readdirSync(dataDir).find((name) => name.startsWith('postgres.unf'))
      : undefined;
  await waitUntil(() => existsSync(join(dataDir, findUnfinished() ?? 'none', 'base')));
  await holder.kill();
  t.notOk(existsSync(join(dataDir, 'postgres')));

  const next = await startHere(t, dataDir);
  t.same(await query(next.connectionString, 'SELECT 1 AS one'), [{ one: 1 }]);
});

t.test('a record with the pid of another program does not block the start', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  const stranger = spawn('sleep', ['30'], { stdio: 'ignore' });
  t.teardown(() => stranger.kill());
  const record = join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(
    record,
    `${stranger.pid}\n${dataDir}/postgres\n1\n5432\n${dataDir}/socket\n\n1 1\nready\n`,
  );
  writeFileSync(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), `${stranger.pid}\n`);

  const next = await startHere(t, dataDir);
  t.equal(next.adopted, false);
  t.not(readServerPid(dataDir), stranger.pid);
});

t.test('a record with the pid of a zombie does not block the start', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  // The shell becomes a sleep that never reaps its child.
  const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  t.teardown(() => parent.kill());
  const zombie = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (text) => resolve(Number(text))),
  );
  await waitUntil(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z '));
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${zombie}\n`);

  const next = await startHere(t, dataDir);
  t.equal(next.adopted, false);
});
