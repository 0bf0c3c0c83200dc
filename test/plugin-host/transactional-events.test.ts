import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { fixturePlugins } from '../fixtures/plugin-app.ts';
import { startProcesses, until } from '../fixtures/plugin-processes.ts';

const script = fileURLToPath(new URL('../fixtures/killed-process.ts', import.meta.url));
const slow = join(fixturePlugins, 'slow');

t.test('a change, its event and what follows from it', async (t) => {
  const processes = await startProcesses(t);
  const { db } = processes;
  // It subscribes to client.created, and ends.
  await (await processes.spawn([slow])).kill();

  async function createAndDie(name: string, when: 'before' | 'after'): Promise<void> {
    const { connectionString } = processes;
    const child = spawn(
      process.execPath,
      [script, JSON.stringify({ connectionString, name, when })],
      {
        env: { PATH: process.env.PATH ?? '' },
        stdio: 'inherit',
      },
    );
    const [, signal] = await once(child, 'exit');
    t.equal(signal, 'SIGKILL');
  }

  const left = async () => ({
    clients: await db('clients').pluck('name'),
    events: await db('events').where({ type: 'client.created' }).count({ n: '*' }).first(),
    outbox: Number((await db('event_outbox').count({ n: '*' }).first())?.n),
    jobs: (await db.raw('SELECT task_identifier FROM graphile_worker.jobs')).rows,
  });

  await t.test('are all gone when the process is killed before the commit', async (t) => {
    await createAndDie('Never', 'before');
    t.same(await left(), { clients: [], events: { n: 0 }, outbox: 0, jobs: [] });
  });

  await t.test(
    'are all there when it is killed after, and are delivered once it is back',
    async (t) => {
      await createAndDie('Kept', 'after');
      t.same(await left(), {
        clients: ['Kept'],
        events: { n: 1 },
        outbox: 1,
        jobs: [],
      });
      const stint = await processes.spawn([slow]);
      await until('the handler ran', 10, async () => {
        const row = await db('plugin_kv').where({ plugin_id: 'slow', key: 'client:Kept' }).first();
        return row?.value === 1;
      });
      t.match(await left(), { outbox: 0, jobs: [] });
      t.same(await db('plugin_kv').where({ key: 'client:Never' }), []);
      await stint.kill();
    },
  );
});
