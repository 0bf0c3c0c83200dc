import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { conformance, createTestHost } from '@stint/plugin-testkit';
import { signNews, startService } from './service-server.ts';

const plugin = new URL('..', import.meta.url);
const door = { id: 'a', title: 'Door', is_done: false, updated_at: '2025-01-01' };
const items = [
  door,
  { id: 'b', title: 'Window', is_done: true, updated_at: '2025-01-02' },
  { id: 'c', title: 'Roof', is_done: false, updated_at: '2025-01-03' },
];

await conformance(plugin, test, { deliveries: { items: { body: { item: door } } } });

/** A Stint, the other side, and somebody who is connected. */
async function connect(t: TestContext) {
  const service = await startService(items);
  t.after(() => service.stop());
  const host = await createTestHost({
    plugin,
    settings: { base_url: service.url },
    env: { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' },
  });
  t.after(() => host.stop());
  const anna = await host.person({ role: 'admin' });
  const { body: project } = await anna.post('/projects', { name: 'House', color: '#2563eb' });
  const { body } = await host.request(host.plugin.route('/config'), {
    as: anna,
    body: { token: 'right', default_project_id: project.id },
  });
  const tasks = async () => {
    const { body } = await anna.get('/tasks?sort=name');
    return body.data.map(({ name, status }: { name: string; status: string }) => [name, status]);
  };
  return {
    host,
    anna,
    tasks,
    secret: body.generated.webhook_secret as string,
    webhook: new URL(body.webhooks[0].url).pathname,
  };
}

test('a synchronisation brings every page of items, once', async (t) => {
  const { host, anna, tasks } = await connect(t);
  for (const synced of [3, 0]) {
    const asked = host.request(host.plugin.route('/sync'), { as: anna, body: {} });
    await host.runJobs();
    await asked;
    await host.runJobs();
    const { body } = await host.request(host.plugin.route('/status'), { as: anna });
    assert.equal(body.sync.synced, synced);
    assert.deepEqual(await tasks(), [
      ['Door', 'todo'],
      ['Roof', 'todo'],
      ['Window', 'done'],
    ]);
  }
});

test('news change a task, and late ones do not', async (t) => {
  const { host, tasks, secret, webhook } = await connect(t);
  const now = host.clock.now();
  const done = { ...door, is_done: true, updated_at: '2025-01-05' };
  for (const item of [done, door]) {
    const { status } = await host.request(webhook, signNews(item, secret, now));
    assert.equal(status, 200);
    await host.runJobs();
  }
  assert.deepEqual(await tasks(), [['Door', 'done']]);
});
