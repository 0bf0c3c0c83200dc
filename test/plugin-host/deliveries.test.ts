import { join } from 'node:path';
import t from 'tap';
import { createTestHost } from '../../core/sdk/testkit/index.ts';
import { fixturePlugins } from '../fixtures/plugin-app.ts';

t.test('events that come together', async (t) => {
  const host = await createTestHost({ plugin: join(fixturePlugins, 'slow') });
  t.teardown(() => host.stop());
  const admin = await host.person({ role: 'admin' });
  const deliveries = async () =>
    (
      await host.db.raw(
        `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t
           ON t.id = j.task_id WHERE t.identifier = 'deliver' ORDER BY j.id`,
      )
    ).rows.map(({ payload }: { payload: { positions: number[] } }) => payload.positions.length);
  const seen = async (name: string) =>
    (
      await host
        .db('plugin_kv')
        .where({ key: `client:${name}` })
        .first()
    )?.value ?? 0;

  await t.test('are handed over in few jobs, each told once', async (t) => {
    for (let i = 1; i <= 45; i += 1) await admin.post('/clients', { name: `Client ${i}` });
    await host.runJobs();
    const counts = await Promise.all(Array.from({ length: 45 }, (_, i) => seen(`Client ${i + 1}`)));
    t.same(counts, new Array(45).fill(1));
    t.same(await host.db('event_outbox'), []);
    t.same(await deliveries(), []);
  });

  await t.test('do not repeat because one of them fails: that one is tried alone', async (t) => {
    for (const name of ['Before', 'Bad', 'After']) await admin.post('/clients', { name });
    await host.runJobs();
    t.same(await Promise.all(['Before', 'Bad', 'After'].map(seen)), [1, 2, 1]);
    // With its back-off, for what is left of its attempts.
    t.same(await deliveries(), [1]);
  });
});
