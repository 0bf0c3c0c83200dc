import { join } from 'node:path';
import t from 'tap';
import { fixturePlugins } from '../fixtures/plugin-app.ts';
import { call, startProcesses, until } from '../fixtures/plugin-processes.ts';

const slow = join(fixturePlugins, 'slow');
const limits = { heartbeatMs: 200, sweepMs: 300, deadAfterMs: 1500 };
const own = ['read:slow', 'write:slow'];

t.test('several processes', async (t) => {
  const processes = await startProcesses(t);
  const { db } = processes;
  const admin = await processes.person('admin', own);
  const remembered = async (key: string) =>
    (await db('plugin_kv').where({ plugin_id: 'slow', key }).first('value'))?.value;

  t.test('run the job of one that was killed in the middle of it', async (t) => {
    const first = await processes.spawn([slow], limits);
    t.equal((await call(first, admin.token, ['POST', '/api/plugins/slow/sleep'], {})).status, 202);
    await until('the job has begun', 10, async () => (await remembered('begun')) === 1);
    await first.kill('SIGKILL');
    const killedAt = Date.now();
    const second = await processes.spawn([slow], limits);
    await until('the job ran again', 30, async () => (await remembered('done')) === 1);
    t.comment(`ran again ${Date.now() - killedAt} ms after the kill, the start included`);
    t.equal(await remembered('begun'), 2);
    await second.kill();
    t.same(await db('processes'), [], 'a process that ends well takes its row along');
  });

  t.test('follow what is decided in one of them', async (t) => {
    const [one, two] = await Promise.all([
      processes.spawn([slow], limits),
      processes.spawn([slow], limits),
    ]);
    const path = '/api/plugins/slow/sleep';
    const answers = async () => (await call(two, admin.token, ['POST', path], {})).status;
    t.equal((await call(one, admin.token, ['POST', '/plugins/slow/disable'], {})).status, 200);
    await until('the other stopped it', 10, async () => (await answers()) === 503);
    t.equal((await call(one, admin.token, ['POST', '/plugins/slow/enable'], {})).status, 200);
    await until('the other started it', 10, async () => (await answers()) === 202);

    // Also when the connection was lost on which they listen.
    await db.raw(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN stint_plugins' AND datname = current_database()`,
    );
    t.equal((await call(one, admin.token, ['POST', '/plugins/slow/disable'], {})).status, 200);
    await until('the other stopped it', 10, async () => (await answers()) === 503);
    await Promise.all([one.kill(), two.kill()]);
  });
});
