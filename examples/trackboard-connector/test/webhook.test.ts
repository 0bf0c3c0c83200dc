import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda } from './connected.ts';

test('news make, change and close a task, whatever order they come in', async (t) => {
  const { trackboard, link, tasks } = await connectAda(t);
  assert.deepEqual((await link.report('ping', null)).body, {
    ok: true,
    message: 'Webhook received',
  });
  assert.partialDeepStrictEqual((await link.report('board.renamed', {})).body, {
    skipped: 'not an issue',
  });
  const opened = trackboard.write(1, { title: 'Door' });
  const edited = trackboard.write(1, { title: 'Door squeaks' });
  const closed = trackboard.write(1, { state: 'closed' });
  assert.equal((await link.report('issue.opened', opened)).status, 200);
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Door', status: 'todo' }]);
  await link.report('issue.closed', closed);
  await link.report('issue.edited', edited);
  await link.report('issue.opened', opened);
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Door squeaks', status: 'done' }]);
  await link.report('issue.reopened', trackboard.write(1, { state: 'open' }));
  assert.partialDeepStrictEqual(await tasks(), [{ status: 'todo' }]);
  await link.report('issue.opened', trackboard.write(2, { board: 'GARDEN' }));
  assert.equal((await tasks()).length, 1, 'another board is nobody’s');
});

test('twenty people hear of an issue at once, and there is one task', async (t) => {
  const { host, trackboard, tasks, connect } = await connectAda(t);
  const issue = trackboard.write(1);
  const links = [];
  for (let i = 0; i < 20; i += 1) links.push(await connect(await host.person()));
  const now = host.clock.now();
  await Promise.all(
    links.map((one) => one.deliver(trackboard.sign('issue.opened', issue, one.secret, now))),
  );
  await Promise.all([host.runJobs(), host.runJobs(), host.runJobs()]);
  await host.runJobs();
  assert.equal((await tasks()).length, 1);
});

test('an assignment starts the timer of whoever asked for it, and its end stops it', async (t) => {
  const { host, trackboard, link, ada } = await connectAda(t, { auto_start_timer: true });
  const timer = async () => (await ada.get('/timer')).body.timer;
  await link.report('issue.opened', trackboard.write(1, { title: 'Door' }));
  await link.report('issue.assigned', trackboard.write(1, { assignee: 'bob' }));
  assert.equal(await timer(), null);
  const assigned = trackboard.write(1, { assignee: 'ADA' });
  await link.report('issue.assigned', assigned);
  assert.equal((await timer()).description, 'SHOP-1: Door');
  await link.report('issue.assigned', assigned);
  const { body } = await host.request(host.plugin.route('/deliveries'), { as: ada });
  assert.deepEqual(
    body.data.slice(0, 2).map(({ detail }: { detail: string }) => detail),
    ['nothing', 'updated, timer started'],
  );
  host.clock.advance({ minutes: 30 });
  await link.report('issue.unassigned', trackboard.write(1, { assignee: null }));
  assert.equal(await timer(), null);
  assert.partialDeepStrictEqual([...trackboard.times.values()], [{ seconds: 1800 }]);
});

test('a timer that runs goes on, and is not stopped by the end of an assignment', async (t) => {
  const { trackboard, link, ada } = await connectAda(t, { auto_start_timer: true });
  await ada.patch('/me', { switch_policy: 'keep' });
  await ada.post('/timer/start', { description: 'Mine' });
  await link.report('issue.assigned', trackboard.write(1, { assignee: 'ada' }));
  await link.report('issue.unassigned', trackboard.write(1, { assignee: null }));
  assert.equal((await ada.get('/timer')).body.timer.description, 'Mine');
});

test('nobody’s timer starts who did not ask for it, or by a synchronisation', async (t) => {
  const { trackboard, link, ada, sync } = await connectAda(t);
  await link.report('issue.assigned', trackboard.write(1, { assignee: 'ada' }));
  trackboard.write(2, { assignee: 'ada' });
  await sync();
  assert.equal((await ada.get('/timer')).body.timer, null);
});
