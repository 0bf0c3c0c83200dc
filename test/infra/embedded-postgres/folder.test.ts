// Data folders that are unusual, and those that cannot be used.

import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { findRunningEmbeddedPostgres } from '../../../core/infra/embedded-postgres/index.ts';
import {
  makeDataDir,
  makeUsedDataDir,
  query,
  spawnHolder,
  startHere,
} from './fixtures/embedded.ts';

t.test('a path too long for a socket works, and is found again after a kill', async (t) => {
  const dataDir = join(makeDataDir(t), 'long'.repeat(30));
  const findShortFolders = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith('stint-postgres-'));
  const before = findShortFolders();
  const holder = await spawnHolder(t, dataDir);
  await holder.kill();
  const [made] = findShortFolders().filter((name) => !before.includes(name));
  t.equal(statSync(join(tmpdir(), made ?? '')).mode & 0o777, 0o700);

  const next = await startHere(t, dataDir);
  t.equal(next.adopted, true);
  t.equal(await findRunningEmbeddedPostgres(dataDir), next.connectionString);
  t.same(await query(next.connectionString, 'SELECT 1 AS one'), [{ one: 1 }]);
  await next.stop();
  t.notOk(findShortFolders().includes(made ?? ''), 'the short folder goes with the server');
});

t.test('a path with blanks, commas, quotes and percent signs works', async (t) => {
  const dataDir = join(makeDataDir(t), `it's a "data", 100% über + more`);
  const server = await startHere(t, dataDir);
  t.same(await query(server.connectionString, 'SELECT 1 AS one'), [{ one: 1 }]);
});

t.test('an empty folder that everyone may read is closed', async (t) => {
  const dataDir = makeDataDir(t);
  mkdirSync(dataDir, { mode: 0o755 });
  await startHere(t, dataDir);
  t.equal(statSync(dataDir).mode & 0o777, 0o700);
});

t.test('a folder whose modes were lost in a copy is closed again', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  for (const name of ['.', 'postgres']) chmodSync(join(dataDir, name), 0o755);
  for (const name of ['postgres.password', 'postgres.log']) chmodSync(join(dataDir, name), 0o644);
  await startHere(t, dataDir);
  const modeOf = (name: string) => (statSync(join(dataDir, name)).mode & 0o777).toString(8);
  t.equal(modeOf('.'), '700');
  t.equal(modeOf('postgres'), '700');
  t.equal(modeOf('postgres.password'), '600');
  t.equal(modeOf('postgres.log'), '600');
});

t.test("a folder with other people's files keeps its mode, with a warning", async (t) => {
  const dataDir = makeDataDir(t);
  mkdirSync(dataDir);
  chmodSync(dataDir, 0o755);
  writeFileSync(join(dataDir, 'holiday.jpg'), '');
  const warnings: string[] = [];
  await startHere(t, dataDir, warnings);
  t.equal(statSync(dataDir).mode & 0o777, 0o755);
  t.equal(statSync(join(dataDir, 'postgres')).mode & 0o777, 0o700);
  t.match(warnings, [/holds other files/]);
});

t.test('a database of another PostgreSQL version is refused, untouched', async (t) => {
  const dataDir = makeDataDir(t);
  mkdirSync(join(dataDir, 'postgres'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '16\n');
  await t.rejects(startHere(t, dataDir), {
    code: 'STINT_ERR_EMBEDDED_POSTGRES_VERSION',
    message: /made by PostgreSQL 16 .* PostgreSQL 18/,
  });
  t.same(readdirSync(join(dataDir, 'postgres')), ['PG_VERSION']);
});

t.test('a file in place of the folder is refused', async (t) => {
  const dataDir = makeDataDir(t);
  writeFileSync(dataDir, '');
  await t.rejects(startHere(t, dataDir), { code: 'STINT_ERR_EMBEDDED_POSTGRES_BAD_FOLDER' });
});

t.test('files that are no database are refused in place of one', async (t) => {
  const dataDir = makeDataDir(t);
  mkdirSync(join(dataDir, 'postgres'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres', 'notes.txt'), '');
  await t.rejects(startHere(t, dataDir), { code: 'STINT_ERR_EMBEDDED_POSTGRES_BAD_FOLDER' });
});

t.test('a lost or wrong password file is named, and no server is left running', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  const file = join(dataDir, 'postgres.password');
  writeFileSync(file, 'wrong\n');
  const expected = { code: 'STINT_ERR_EMBEDDED_POSTGRES_PASSWORD', message: file };
  await t.rejects(startHere(t, dataDir), expected);
  t.notOk(readdirSync(join(dataDir, 'postgres')).includes('postmaster.pid'));
  rmSync(file);
  await t.rejects(startHere(t, dataDir), expected);
});

t.test('a setting that PostgreSQL does not know is quoted in the error', async (t) => {
  const dataDir = await makeUsedDataDir(t);
  const { startEmbeddedPostgres } = await import('../../../core/infra/embedded-postgres/index.ts');
  const start = startEmbeddedPostgres({ dataDir, settings: { no_such_setting: '1' } });
  await t.rejects(start, {
    code: 'STINT_ERR_EMBEDDED_POSTGRES_START_FAILED',
    message: /unrecognized configuration parameter "no_such_setting"/,
  });
});
