// One data folder, one Stint: who gets it, and who is told no.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findRunningEmbeddedPostgres } from '../../../core/infra/embedded-postgres/index.ts';
import {
  isRunning,
  makeDataDir,
  makeUsedDataDir,
  query,
  readServerPid,
  spawnHolder,
  startHere,
} from './fixtures/embedded.ts';

// Most of the time is spent waiting for a lock, which can be waited for side by side.
t.jobs = 5;

const HELD = 'STINT_ERR_EMBEDDED_POSTGRES_HELD';

t.test(
  'a second instance is refused while the first lives, and harms nothing',
  { buffered: true },
  async (t) => {
    const dataDir = await makeUsedDataDir(t);
    const first = await spawnHolder(t, dataDir);
    const second = await spawnHolder(t, dataDir);
    t.equal(second.answer.code, HELD);
    t.match(second.answer.message, dataDir);
    t.notMatch(second.answer.message, '\n');
    t.same(await query(first.answer.connectionString ?? '', 'SELECT 1 AS one'), [{ one: 1 }]);
    t.match(await first.close(), { stopped: true, warnings: [] });
  },
);

t.test(
  'of two instances at once on an empty folder exactly one wins',
  { buffered: true },
  async (t) => {
    const dataDir = makeDataDir(t);
    const holders = await Promise.all([spawnHolder(t, dataDir), spawnHolder(t, dataDir)]);
    const winners = holders.filter((holder) => holder.answer.connectionString !== undefined);
    const losers = holders.filter((holder) => holder.answer.code === HELD);
    t.equal(winners.length, 1, JSON.stringify(holders.map((holder) => holder.answer.message)));
    t.equal(losers.length, 1);
    t.same(await query(winners[0]?.answer.connectionString ?? '', 'SELECT 1 AS one'), [{ one: 1 }]);
    const pid = readServerPid(dataDir);
    await winners[0]?.close();
    t.notOk(isRunning(pid));
  },
);

t.test(
  'of two instances at once on an orphan exactly one adopts it',
  { buffered: true },
  async (t) => {
    const dataDir = await makeUsedDataDir(t);
    await (await spawnHolder(t, dataDir)).kill();
    const holders = await Promise.all([spawnHolder(t, dataDir), spawnHolder(t, dataDir)]);
    t.equal(holders.filter((holder) => holder.answer.adopted).length, 1);
    t.equal(holders.filter((holder) => holder.answer.code === HELD).length, 1);
  },
);

t.test(
  'an instance that starts while the last one stops waits for it',
  { buffered: true },
  async (t) => {
    const dataDir = await makeUsedDataDir(t);
    const first = await startHere(t, dataDir);
    const [, second] = await Promise.all([first.stop(), startHere(t, dataDir)]);
    t.equal(second.adopted, false);
    t.same(await query(second.connectionString, 'SELECT 1 AS one'), [{ one: 1 }]);
  },
);

t.test(
  'a script beside the application finds the running server and takes nothing',
  { buffered: true },
  async (t) => {
    const dataDir = makeDataDir(t);
    t.equal(await findRunningEmbeddedPostgres(dataDir), undefined);
    t.notOk(existsSync(dataDir), 'looking makes no folder');
    const server = await startHere(t, dataDir);
    const found = await findRunningEmbeddedPostgres(dataDir);
    t.equal(found, server.connectionString);
    await server.stop();
    t.equal(await findRunningEmbeddedPostgres(dataDir), undefined);
    t.ok(existsSync(join(dataDir, 'postgres')));
  },
);
