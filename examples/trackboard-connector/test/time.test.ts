import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Connected, connectAda } from './connected.ts';

async function makeTasks({ trackboard, sync, tasks }: Connected): Promise<number[]> {
  trackboard.write(1);
  trackboard.write(2);
  await sync();
  return (await tasks()).map(({ id }) => id as number);
}

test('time goes to the issue of its task, and follows it', async (t) => {
  const connected = await connectAda(t);
  const { host, trackboard, ada } = connected;
  const [first, second] = await makeTasks(connected);
  await ada.post('/timer/start', { task_id: first, description: 'Oil' });
  host.clock.advance({ minutes: 90 });
  const { body: entry } = await ada.post('/timer/stop');
  const posted = async () => {
    await host.runJobs();
    return Object.fromEntries(trackboard.times);
  };
  const name = `stint-${entry.id}`;
  const work = { started_at: '2025-01-27T12:00:00.000Z', seconds: 5400, note: 'Oil' };
  assert.deepEqual(await posted(), { [`1/${name}`]: work });
  await ada.patch(`/time-entries/${entry.id}`, { task_id: second, description: 'Grease' });
  assert.deepEqual(await posted(), { [`2/${name}`]: { ...work, note: 'Grease' } });
  await ada.delete(`/time-entries/${entry.id}`);
  assert.deepEqual(await posted(), {});
  await ada.post(`/time-entries/${entry.id}/restore`);
  assert.deepEqual(Object.keys(await posted()), [`2/${name}`]);
});

test('time of others, of other tasks, or of who does not want it stays here', async (t) => {
  const connected = await connectAda(t, { post_time: false });
  const { host, trackboard, ada } = connected;
  const [first] = await makeTasks(connected);
  const span = { start_time: '2025-01-27T08:00:00Z', end_time: '2025-01-27T09:00:00Z' };
  const bob = await host.person();
  for (const person of [ada, bob]) await person.post('/time-entries', { ...span, task_id: first });
  await ada.post('/time-entries', span);
  await host.runJobs();
  assert.equal(trackboard.times.size, 0);
});

test('time waits while the token is refused, and goes once it is mended', async (t) => {
  const connected = await connectAda(t);
  const { host, trackboard, ada, connect, status } = connected;
  const [first] = await makeTasks(connected);
  trackboard.illness = { is: 'unauthorized', after: 0 };
  const span = { start_time: '2025-01-27T08:00:00Z', end_time: '2025-01-27T09:00:00Z' };
  await ada.post('/time-entries', { ...span, task_id: first });
  await host.runJobs();
  assert.equal((await status()).health, 'reconnect');
  const asked = trackboard.asked.length;
  host.clock.advance({ minutes: 16 });
  await host.runJobs();
  assert.equal(trackboard.asked.length, asked, 'nothing is asked until then');
  trackboard.illness = undefined;
  await connect(ada, { webhook_secret: null });
  host.clock.advance({ minutes: 16 });
  await host.runJobs();
  assert.equal(trackboard.times.size, 1);
});
