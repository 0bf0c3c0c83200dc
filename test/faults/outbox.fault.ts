// Between a change and what a plugin is told of it, processes are killed and plugins replaced.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import t, { type Test } from 'tap';
import { closeBooks, putUnderLoad, writeTally } from '../fixtures/books.ts';
import { call, type PluginProcess, startProcesses, until } from '../fixtures/plugin-processes.ts';

const killed = fileURLToPath(new URL('../fixtures/killed-process.ts', import.meta.url));

async function prepare(t: Test) {
  const processes = await startProcesses(t);
  const { token } = await processes.person('admin');
  return { processes, token, db: processes.db };
}

t.test('two processes that share the work tell each event once', async (t) => {
  const { processes, token, db } = await prepare(t);
  const folder = await writeTally(t);
  const stint = [await processes.spawn([folder]), await processes.spawn([folder])];
  const load = putUnderLoad(stint, token);
  await sleep(4_000);
  await load.stop();
  const { doubled } = await closeBooks(t, db, load);
  t.equal(doubled, 0, 'nobody failed, and nothing was told twice');
});

t.test('a process killed between fan-out and delivery is taken over', async (t) => {
  const { processes, token, db } = await prepare(t);
  // So slow that deliveries wait and run at every moment.
  const folder = await writeTally(t, '1.0.0', 40);
  const spawnOne = () => processes.spawn([folder]);
  const stays = await spawnOne();
  const load = putUnderLoad([stays], token);
  for (let round = 0; round < 3; round += 1) {
    const dies = await spawnOne();
    await until('jobs run in both', 20, async () => {
      const { rows } = await db.raw(
        'SELECT count(DISTINCT locked_by)::int AS n FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
      );
      return rows[0].n > 1;
    });
    await dies.kill('SIGKILL');
  }
  await load.stop();
  await closeBooks(t, db, load);
});

t.test('what a killed process did not announce is found within a minute', async (t) => {
  const { processes, db } = await prepare(t);
  const stint = await processes.spawn([await writeTally(t)]);
  const options = { connectionString: processes.connectionString, name: 'Silent', when: 'after' };
  const child = spawn(process.execPath, [killed, JSON.stringify(options)], { stdio: 'inherit' });
  await once(child, 'exit');
  const { recoveredMs } = await closeBooks(t, db, { accepted: ['Silent'], refused: 0 });
  t.ok(recoveredMs < 62_000);
  await stint.kill();
});

t.test('a plugin replaced while deliveries wait is told of all of them', async (t) => {
  const { processes, token, db } = await prepare(t);
  const enable = (stint: PluginProcess, verb: 'enable' | 'disable') =>
    call(stint, token, ['POST', `/plugins/tally/${verb}`], {});
  const before = await processes.spawn([await writeTally(t, '1.0.0', 40)]);
  const load = putUnderLoad([before], token);
  await sleep(1_500);
  // What happens while it is off is not for it; what was promised before waits.
  await load.stop();
  await enable(before, 'disable');
  const waiting = await db('graphile_worker.jobs').whereNull('locked_at').count({ n: '*' }).first();
  t.ok(Number(waiting?.n) > 0, `${waiting?.n} jobs wait`);
  await before.kill();
  const after = await processes.spawn([await writeTally(t, '2.0.0')]);
  await enable(after, 'enable');
  await closeBooks(t, db, load);
  const versions = await db('plugin_tally.told').distinct('version').orderBy('version');
  t.same(versions, [{ version: '1.0.0' }, { version: '2.0.0' }]);
});
