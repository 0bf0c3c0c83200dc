import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import t from 'tap';
import { fixturePlugins } from '../../fixtures/plugin-app.ts';
import {
  call,
  type PluginProcess,
  startProcesses,
  until,
} from '../../fixtures/plugin-processes.ts';

const mill = join(fixturePlugins, 'mill');
const limits = { heartbeatMs: 200, sweepMs: 300, deadAfterMs: 1500 };
const at = (path: string) => `/api/plugins/mill${path}`;
const token = 'ghp_16C7e42F292c6912E7710c8';

t.test('a real process', async (t) => {
  const processes = await startProcesses(t);
  const { db } = processes;
  const ann = await processes.person('member', ['read:mill', 'write:mill']);
  const start = () => processes.spawn([mill], limits, { LOG_LEVEL: 'debug' });
  const post = (one: PluginProcess, path: string, body: object) =>
    call(one, ann.token, ['POST', at(path)], body);
  const status = async (one: PluginProcess) =>
    (await call(one, ann.token, ['GET', at('/status')])).body;
  let secret = '';
  let webhook = '';

  async function configure(one: PluginProcess, mode: string): Promise<void> {
    const { body } = await post(one, '/config', {
      token,
      repo: 'oats',
      mode,
      webhook_secret: null,
    });
    secret = body.generated.webhook_secret;
    const { url } = body.webhooks.find(({ name }: { name: string }) => name === 'events');
    webhook = new URL(url).pathname;
  }

  async function deliver(one: PluginProcess, id: string): Promise<number> {
    const body = JSON.stringify({ repo: 'oats', grain: id });
    const mac = createHmac('sha256', secret).update(body).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${mac}`, 'x-github-delivery': id };
    return (await fetch(one.url + webhook, { method: 'POST', body, headers })).status;
  }

  t.test('answers a quick synchronisation with its result, and a long one with 202', async (t) => {
    const one = await start();
    await configure(one, 'fine');
    const quick = await post(one, '/sync', {});
    t.equal(quick.status, 200);
    t.match(quick.body, { ok: true, state: 'done', synced: 2, errors: [] });
    await configure(one, 'long');
    const long = await post(one, '/sync', {});
    t.equal(long.status, 202);
    t.match(long.body, { ok: true, state: 'running', synced: 1 });
    t.match(await status(one), { health: 'syncing', sync: { synced: 1, total: 2 } });
    await until('it is done', 10, async () => (await status(one)).health === 'connected');

    t.match(one.output(), /Grinding with ghp_…/);
    t.notMatch(one.output(), token);
    t.notMatch(one.output(), secret);
    await one.kill();
  });

  t.test('that is killed loses neither a synchronisation nor a delivery', async (t) => {
    const first = await start();
    await configure(first, 'long');
    const asked = post(first, '/sync', {}).catch(() => undefined);
    await until('it runs', 10, async () => (await status(first)).sync.state === 'running');
    const ids = Array.from({ length: 20 }, (_, i) => `kill-${i}`);
    const answers = await Promise.all(ids.map((id) => deliver(first, id)));
    t.same(answers, Array(20).fill(200));
    await first.kill('SIGKILL');
    await asked;

    const second = await start();
    const deliveries = () => db('inbound_deliveries').whereIn('delivery_id', ids);
    await until('all are handled', 20, async () =>
      (await deliveries()).every(({ outcome }) => outcome === 'processed'),
    );
    t.equal((await deliveries()).length, 20);
    t.equal(await deliver(second, 'kill-0'), 200);
    t.equal((await deliveries()).length, 20);
    await until('it is synchronised', 30, async () => (await status(second)).sync.state === 'done');
    t.match(await status(second), { health: 'connected', sync: { synced: 2 } });
    await second.kill();
  });
});
