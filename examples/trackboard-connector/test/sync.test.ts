import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda } from './connected.ts';

test('a synchronisation brings every page of open issues, and only once', async (t) => {
  const { trackboard, sync, tasks, status } = await connectAda(t);
  for (let id = 1; id <= 70; id += 1) trackboard.write(id);
  trackboard.write(71, { state: 'closed' });
  const done = { state: 'done', synced: 70, updated: 0, skipped: 1, errors: [] };
  assert.partialDeepStrictEqual(await sync(), done);
  assert.equal((await tasks()).length, 70);
  trackboard.asked.splice(0);
  assert.partialDeepStrictEqual(await sync(), { state: 'done', synced: 0, updated: 0, skipped: 0 });
  assert.deepEqual(trackboard.asked, ['GET /api/boards/SHOP/issues'], 'one question: nothing new');
  assert.equal((await status()).health, 'connected');
});

test('an issue that changes changes its task; what somebody began here stays begun', async (t) => {
  const { trackboard, sync, tasks, ada } = await connectAda(t);
  trackboard.write(1, { title: 'Door', labels: ['Bug'], assignee: 'ADA', body: 'It squeaks.' });
  await sync();
  const [task] = await tasks();
  assert.partialDeepStrictEqual(task, {
    name: 'Door',
    description: 'It squeaks.',
    priority: 'high',
    status: 'todo',
    assignee_id: ada.id,
    external_ref: 'trackboard:SHOP-1',
  });
  await ada.patch(`/tasks/${task?.id}`, { status: 'in_progress' });
  trackboard.write(1, { title: '😀'.repeat(300), labels: ['enhancement'], assignee: 'bob' });
  assert.partialDeepStrictEqual(await sync(), { updated: 1 });
  assert.partialDeepStrictEqual((await tasks())[0], {
    id: task?.id,
    name: '😀'.repeat(200),
    priority: 'medium',
    status: 'in_progress',
    assignee_id: null,
  });
  trackboard.write(1, { state: 'closed' });
  await sync();
  assert.equal((await tasks())[0]?.status, 'done');
  trackboard.write(1, { state: 'deleted' });
  await sync();
  trackboard.write(1, { state: 'open', title: 'Back again' });
  await sync();
  assert.equal((await tasks()).length, 2, 'it is another issue now');
});

test('a task that was deleted here does not come back', async (t) => {
  const { trackboard, sync, tasks, host } = await connectAda(t);
  trackboard.write(1);
  await sync();
  const manager = await host.person({ role: 'manager' });
  await manager.delete(`/tasks/${(await tasks())[0]?.id}`);
  trackboard.write(1, { title: 'Again' });
  await sync();
  assert.deepEqual(await tasks(), []);
});

test('what ends half-way goes on where it was, when Trackboard says so', async (t) => {
  const { trackboard, sync, tasks, status, host } = await connectAda(t);
  for (let id = 1; id <= 70; id += 1) trackboard.write(id);
  trackboard.illness = { is: 'limited', after: 1 };
  assert.partialDeepStrictEqual(await sync(), { state: 'retrying' });
  assert.partialDeepStrictEqual(await status(), {
    health: 'degraded',
    last_error: `${new URL(trackboard.url).host} asks to be left alone for 120 s.`,
  });
  assert.equal((await tasks()).length, 50, 'the first page is kept');
  const asked = trackboard.asked.length;
  host.clock.advance({ seconds: 100 });
  await host.runJobs();
  assert.equal(trackboard.asked.length, asked, 'it is left alone');
  trackboard.illness = undefined;
  host.clock.advance({ seconds: 30 });
  await host.runJobs();
  const resumed = { state: 'done', synced: 20, updated: 0, skipped: 0 };
  assert.partialDeepStrictEqual(await status(), { health: 'connected', sync: resumed });
  assert.equal((await tasks()).length, 70);
});

test('a project that its person may not use is a fault of the settings', async (t) => {
  const { sync, status, ada, host, project_id } = await connectAda(t);
  const admin = await host.person({ role: 'admin' });
  await admin.patch(`/projects/${project_id}`, { visibility: 'members' });
  assert.partialDeepStrictEqual(await sync(ada), { state: 'failed' });
  assert.partialDeepStrictEqual(await status(), {
    health: 'error',
    last_error: 'You cannot use this project: choose another.',
  });
});
