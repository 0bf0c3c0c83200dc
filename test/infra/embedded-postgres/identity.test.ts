// As which user the server runs: started by an ordinary user, by root, and by root in a container
// that forbids user namespaces (played by an `unshare` that fails).

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  isRoot,
  isRunning,
  makeDataDir,
  makeUsedDataDir,
  NOBODY,
  openParent,
  query,
  readServerPid,
  spawnHolder,
} from './fixtures/embedded.ts';

const needsRoot = isRoot ? {} : { skip: 'only root can become someone else' };

function readUid(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** An environment in which these programs fail. */
function forbid(dataDir: string, programs: string[]): NodeJS.ProcessEnv {
  const folder = join(dataDir, '..', `without-${programs.join('-')}`);
  mkdirSync(folder);
  for (const program of programs)
    writeFileSync(join(folder, program), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return { ...process.env, PATH: `${folder}:${process.env.PATH}` };
}

t.test('an ordinary user runs it as itself', async (t) => {
  const uid = isRoot ? NOBODY : process.getuid?.();
  const dataDir = makeDataDir(t, uid);
  const holder = await spawnHolder(t, dataDir, isRoot ? { uid: NOBODY } : {});
  t.match(
    holder.answer,
    { adopted: false, runsAs: isRoot ? 'user nobody' : String },
    String(holder.answer.message),
  );
  t.equal(readUid(readServerPid(dataDir)), uid);
  t.equal(statSync(dataDir).uid, uid);
  t.match(await holder.close(), { stopped: true });
});

t.test('root runs it in a user namespace, and stops the server itself', needsRoot, async (t) => {
  const dataDir = await makeUsedDataDir(t);
  const holder = await spawnHolder(t, dataDir);
  t.match(holder.answer.runsAs, 'user namespace', String(holder.answer.message));
  const pid = readServerPid(dataDir);
  t.equal(readUid(pid), 0, "outside the namespace it is root's");
  t.match(
    readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
    /\/postgres\0/,
    'unshare has become postgres',
  );
  await holder.close();
  t.notOk(isRunning(pid));
});

t.test(
  'root without namespaces hands the folder to nobody, and stays with that',
  needsRoot,
  async (t) => {
    const dataDir = await makeUsedDataDir(t);
    openParent(dataDir);
    const env = forbid(dataDir, ['unshare', 'setpriv']);
    const first = await spawnHolder(t, dataDir);
    await query(first.answer.connectionString ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
    t.match(first.answer.runsAs, 'user namespace');
    await first.close();

    const second = await spawnHolder(t, dataDir, { env });
    t.match(
      second.answer.runsAs,
      /^user nobody, because .* not allowed here$/,
      String(second.answer.message),
    );
    t.same(await query(second.answer.connectionString ?? '', 'SELECT answer FROM kept'), [
      { answer: 42 },
    ]);
    t.equal(readUid(readServerPid(dataDir)), NOBODY);
    await second.kill();

    const third = await spawnHolder(t, dataDir, { env });
    t.match(third.answer, { adopted: true, runsAs: 'user nobody' });
    await third.close();

    const fourth = await spawnHolder(t, dataDir);
    t.match(fourth.answer.runsAs, 'user nobody, who owns', String(fourth.answer.message));
    t.same(await query(fourth.answer.connectionString ?? '', 'SELECT answer FROM kept'), [
      { answer: 42 },
    ]);
  },
);

t.test(
  'root without namespaces manages under a folder that only root may enter',
  needsRoot,
  async (t) => {
    const dataDir = makeDataDir(t);
    const holder = await spawnHolder(t, dataDir, { env: forbid(dataDir, ['unshare']) });
    t.match(holder.answer.runsAs, 'user nobody, because', String(holder.answer.message));
    t.equal(readUid(readServerPid(dataDir)), NOBODY);
    t.match(await holder.close(), { stopped: true, warnings: [] });
  },
);

t.test('root with no way left is told so', needsRoot, async (t) => {
  const dataDir = makeDataDir(t);
  const holder = await spawnHolder(t, dataDir, { env: forbid(dataDir, ['unshare', 'setpriv']) });
  t.equal(holder.answer.code, 'STINT_ERR_EMBEDDED_POSTGRES_ROOT');
  t.match(holder.answer.message, 'DATABASE_URL');
});

t.test("an ordinary user is told that the folder is root's", needsRoot, async (t) => {
  const dataDir = await makeUsedDataDir(t);
  openParent(dataDir);
  const holder = await spawnHolder(t, dataDir, { uid: NOBODY });
  t.equal(holder.answer.code, 'STINT_ERR_EMBEDDED_POSTGRES_PERMISSION');
  t.match(holder.answer.message, `${dataDir} belongs to root, and Stint runs as user nobody`);
});

t.test('a user without a name can run it', needsRoot, async (t) => {
  const dataDir = makeDataDir(t, 54321);
  const holder = await spawnHolder(t, dataDir, { uid: 54321 });
  t.match(holder.answer.runsAs, 'uid 54321', String(holder.answer.message));
});
