// Three web and two worker processes on one PostgreSQL, behind nginx as the documentation sets it up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { closeBooks, putUnderLoad, writeTally } from '../fixtures/books.ts';
import { call, startProcesses, until } from '../fixtures/plugin-processes.ts';
import { type RunningStint, startStint } from '../fixtures/process.ts';
import { findFreePorts, missingProxy, startProxy } from '../fixtures/proxy.ts';

t.test('three web and two worker processes', { skip: missingProxy }, async (t) => {
  const { db, connectionString, person } = await startProcesses(t);
  const folder = await mkdtemp(join(tmpdir(), 'stint-scale-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const env = {
    DATABASE_URL: connectionString,
    DATA_DIR: folder,
    PLUGINS: await writeTally(t),
    RATE_LIMIT_PER_MINUTE: '100000',
  };
  const ports = await findFreePorts(5);
  const parts = ['web', 'web', 'web', 'worker', 'worker'] as const;
  const start = (i: number) =>
    startStint({ ...env, PORT: `${ports[i]}`, WORKER_PORT: `${ports[i]}` }, parts[i]);
  const all: RunningStint[] = await Promise.all(parts.map((_, i) => start(i)));
  t.teardown(() => Promise.all(all.map((one) => one.end('SIGKILL'))));
  const [one, two] = all as [RunningStint, RunningStint];
  const admin = await person('admin');
  const proxy = await startProxy(t, ports.slice(0, 3));

  await t.test('each say how they are; a worker says no more', async (t) => {
    for (const { url } of all) t.equal((await fetch(`${url}/readyz`)).status, 200);
    const worker = all[3] as RunningStint;
    t.equal((await call(worker, admin.token, ['GET', '/me'])).status, 404);
    const numbers = await fetch(`${worker.url}/metrics`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    t.equal(numbers.status, 200);
    t.match(await numbers.text(), /^stint_plugin_state\{plugin="tally",state="active"\} 1$/m);
  });

  await t.test('tell browsers at one of what was done at another', async (t) => {
    const stream = await fetch(`${two.url}/api/v1/live`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const from = Date.now();
    await call(one, admin.token, ['POST', '/timer/start'], { description: 'Elsewhere' });
    while (!heard.includes('timer.started')) heard += (await reader?.read())?.value ?? '';
    t.comment(`heard after ${Date.now() - from} ms`);
    await reader?.cancel();
    const { body } = await call(two, admin.token, ['GET', '/timer']);
    t.equal(body.timer.description, 'Elsewhere');
  });

  await t.test('forget a token everywhere when it is revoked', async (t) => {
    const other = await person('member');
    for (const { url } of all.slice(0, 3)) {
      t.equal((await call({ url }, other.token, ['GET', '/me'])).status, 200);
    }
    await db('api_tokens').where({ user_id: other.id }).delete();
    for (const { url } of all.slice(0, 3)) {
      await until(`${url} forgot`, 5, async () => {
        return (await call({ url }, other.token, ['GET', '/me'])).status === 401;
      });
    }
    t.pass('all of them');
  });

  await t.test('are restarted one after the other under load, and nobody notices', async (t) => {
    const load = putUnderLoad([proxy], admin.token);
    await sleep(1000);
    for (let i = 0; i < parts.length; i += 1) {
      t.equal(await all[i]?.end('SIGTERM'), 0);
      all[i] = await start(i);
    }
    await sleep(1000);
    await load.stop();
    if (!t.equal(load.refused, 0, 'no request failed')) t.comment(proxy.output().slice(-3000));
    t.ok(load.accepted.length > 50);
    await closeBooks(t, db, load);
  });

  await t.test('survive that a web and a worker process are killed at once', async (t) => {
    const load = putUnderLoad([proxy], admin.token);
    await sleep(1000);
    await Promise.all([all[0]?.end('SIGKILL'), all[4]?.end('SIGKILL')]);
    await sleep(1000);
    all[0] = await start(0);
    await load.stop();
    await closeBooks(t, db, load);
  });
});
