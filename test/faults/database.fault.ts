// PostgreSQL is restarted and its connections are cut while people work and events are delivered.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { openDatabase } from '../../core/infra/database.ts';
import { startEmbeddedPostgres } from '../../core/infra/embedded-postgres/index.ts';
import { prepareDatabase } from '../../core/infra/provide-database.ts';
import { closeBooks, putUnderLoad, writeTally } from '../fixtures/books.ts';
import { type PluginProcess, startProcesses } from '../fixtures/plugin-processes.ts';

function requireAlive(t: Test, processes: readonly PluginProcess[]): void {
  for (const { child, output } of processes) {
    if (!t.equal(child.exitCode, null, 'the process lives')) t.comment(output().slice(-4000));
  }
}

t.test('the database under load', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'stint-fault-'));
  let server = await startEmbeddedPostgres({ dataDir });
  const { connectionString } = server;
  const db = openDatabase(connectionString);
  await prepareDatabase(db, connectionString);
  const processes = await startProcesses(t, {
    db,
    connectionString,
    async drop() {
      await db.destroy();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  });
  const { token } = await processes.person('admin');
  const folder = await writeTally(t);
  const stint = [await processes.spawn([folder]), await processes.spawn([folder])];

  await t.test('is restarted, and everything goes on by itself', async (t) => {
    const load = putUnderLoad(stint, token);
    for (let round = 0; round < 3; round += 1) {
      await sleep(2_000);
      await server.stop();
      await sleep(500);
      server = await startEmbeddedPostgres({ dataDir });
    }
    await sleep(2_000);
    await load.stop();
    requireAlive(t, stint);
    await closeBooks(t, db, load);
  });

  await t.test('loses its connections again and again', async (t) => {
    const load = putUnderLoad(stint, token);
    for (let round = 0; round < 20; round += 1) {
      await sleep(200);
      await db.raw(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
    await sleep(1_000);
    await load.stop();
    requireAlive(t, stint);
    await closeBooks(t, db, load);
  });
});
