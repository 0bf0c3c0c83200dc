import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformance, createTestHost } from '@stint/plugin-testkit';

const plugin = new URL('..', import.meta.url);

await conformance(plugin, test);

test('adds up what a person tracked', async (t) => {
  const host = await createTestHost({ plugin, settings: { minimum_seconds: 60 } });
  t.after(() => host.stop());
  const anna = await host.person();
  for (const minutes of [30, 0.5]) {
    await anna.post('/timer/start', {});
    host.clock.advance({ minutes });
    await anna.post('/timer/stop');
  }
  await host.runJobs();
  const { body } = await host.request(host.plugin.route('/total'), { as: anna });
  assert.deepEqual(body, { seconds: 1800 });
});
