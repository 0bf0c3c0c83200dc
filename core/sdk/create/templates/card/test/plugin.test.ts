import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformance, createTestHost } from '@stint/plugin-testkit';

const plugin = new URL('..', import.meta.url);

await conformance(plugin, test);

test('adds up what a person tracked today, in their own zone', async (t) => {
  const host = await createTestHost({ plugin });
  t.after(() => host.stop());
  const anna = await host.person({ time_zone: 'Asia/Tokyo' });
  for (const [start_time, end_time] of [
    ['2025-01-26T14:00:00Z', '2025-01-26T14:30:00Z'],
    ['2025-01-26T15:00:00Z', '2025-01-26T16:00:00Z'],
  ]) {
    await anna.post('/time-entries', { start_time, end_time });
  }
  const { body } = await host.request(host.plugin.route('/today'), { as: anna });
  assert.deepEqual(body, { seconds: 3600, entries: 1 });
});
