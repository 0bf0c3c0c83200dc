import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformance, createTestHost } from '@stint/plugin-testkit';

const plugin = new URL('..', import.meta.url);

await conformance(plugin, test);

test('counts the week of each person, as entries come, change and go', async (t) => {
  const host = await createTestHost({ plugin });
  t.after(() => host.stop());
  const anna = await host.person({ time_zone: 'Europe/Berlin' });
  await host.plugin.saveSettings({ hours_a_week: 20 }, anna);
  const week = async () => {
    await host.runJobs();
    return (await host.request(host.plugin.route('/week'), { as: anna })).body;
  };

  await anna.post('/timer/start', {});
  host.clock.advance({ hours: 2 });
  await anna.post('/timer/stop');
  assert.deepEqual(await week(), {
    since: '2025-01-27',
    goal_seconds: 72_000,
    tracked_seconds: 7200,
  });

  const span = { start_time: '2025-01-27T07:00:00Z', end_time: '2025-01-27T08:00:00Z' };
  const { body: entry } = await anna.post('/time-entries', span);
  assert.equal((await week()).tracked_seconds, 10_800);
  await anna.patch(`/time-entries/${entry.id}`, { end_time: '2025-01-27T07:30:00Z' });
  assert.equal((await week()).tracked_seconds, 9000);
  await anna.delete(`/time-entries/${entry.id}`);
  assert.equal((await week()).tracked_seconds, 7200);
});

test('a late event does not bring back what a newer one changed', async (t) => {
  const host = await createTestHost({ plugin });
  t.after(() => host.stop());
  const data = { id: 9, user_id: 1, start_time: '2025-01-27T08:00:00Z' };
  await host.emit({ type: 'entry.deleted', data: { ...data, version: 3 } });
  await host.runJobs();
  const end_time = '2025-01-27T09:00:00Z';
  await host.emit({ type: 'entry.created', data: { ...data, end_time, version: 1 } });
  await host.runJobs();
  assert.deepEqual(await host.plugin.query('SELECT seconds, seq FROM tracked'), [
    { seconds: 0, seq: 3 },
  ]);
});

test('reminds each person once a day, at an hour of their own zone', async (t) => {
  const host = await createTestHost({ plugin });
  t.after(() => host.stop());
  const anna = await host.person({ time_zone: 'Asia/Tokyo', locale: 'de' });
  await host.plugin.saveSettings({ hours_a_week: 2, remind_at: '18:00' }, anna);
  const remindersAt = async (now: string) => {
    host.clock.set(now);
    await host.runJobs();
    const { body } = await anna.get('/me/notifications');
    return body.data.map(({ text }: { text: string }) => text);
  };
  assert.deepEqual(await remindersAt('2025-01-28T08:59:00Z'), []);
  const once = ['Zu deinem Wochenziel fehlen 2 Stunden.'];
  assert.deepEqual(await remindersAt('2025-01-28T09:00:00Z'), once);
  assert.deepEqual(await remindersAt('2025-01-28T09:01:00Z'), once);
});
