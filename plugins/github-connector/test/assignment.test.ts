import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda, issue } from './connected.ts';

const ada = { login: 'ADA' };
const bob = { login: 'bob' };

test('an assignment starts the timer of whoever asked for it, and its end stops it', async (t) => {
  const { link, timer, outcomes, tasks } = await connectAda(t, { auto_start_timer: true });
  await link.report('opened', issue(7, { title: 'Door' }));
  await link.report('assigned', issue(7, { title: 'Door', assignees: [bob] }), { assignee: bob });
  assert.equal(await timer(), null);
  const assigned = issue(7, { title: 'Door', assignees: [bob, ada] });
  await link.report('assigned', assigned, { assignee: ada });
  const [task] = await tasks();
  assert.partialDeepStrictEqual(await timer(), {
    description: 'GitHub issue #7: Door',
    task_id: task?.id,
  });
  assert.deepEqual((await outcomes())[0], ['processed', 'nothing, timer started']);
  await link.report('unassigned', issue(7, { assignees: [ada] }), { assignee: bob });
  assert.notEqual(await timer(), null);
  const unassigned = issue(7);
  await link.report('unassigned', unassigned, { assignee: ada });
  assert.equal(await timer(), null);
  assert.deepEqual((await outcomes())[0], ['processed', 'nothing, timer stopped']);
  await link.report('assigned', assigned, { assignee: ada });
  assert.equal(await timer(), null, 'old news start nothing');
});

test('a timer that runs goes on or is switched, as the person wants it', async (t) => {
  const { link, ada: person, timer } = await connectAda(t, { auto_start_timer: true });
  await person.patch('/me', { switch_policy: 'keep' });
  await person.post('/timer/start', { description: 'Mine' });
  await link.report('assigned', issue(1, { assignees: [ada] }), { assignee: ada });
  await link.report('unassigned', issue(1), { assignee: ada });
  assert.equal((await timer())?.description, 'Mine');
  await person.patch('/me', { switch_policy: 'switch' });
  await link.report('assigned', issue(2, { assignees: [ada] }), { assignee: ada });
  assert.equal((await timer())?.description, 'GitHub issue #2: Issue 2');
  await person.post('/timer/stop', {});
  await person.post('/timer/start', { description: 'Mine again' });
  await link.report('unassigned', issue(2), { assignee: ada });
  assert.equal((await timer())?.description, 'Mine again', 'it was not started by this');
});

test('nobody’s timer starts who did not ask for it, or by a synchronisation', async (t) => {
  const { github, link, sync, timer } = await connectAda(t);
  await link.report('assigned', issue(1, { assignees: [ada] }), { assignee: ada });
  await github.openIssue({ title: 'x', assignees: ['ada'] });
  await sync();
  assert.equal(await timer(), null);
});

test('news at one person’s address start another’s timer only if GitHub says so too', async (t) => {
  const { host, github, admin, link, connect, timer, tasks } = await connectAda(t);
  const { body: own } = await admin.post('/projects', { name: 'Bob’s', color: '#2563eb' });
  const person = await host.person({ name: 'Bob' });
  await connect(person, { auto_start_timer: true, default_project_id: own.id }, 'Bob');
  const there = await github.openIssue({ title: 'Lamp' });
  const forged = { ...there, assignees: [bob], updated_at: '2030-01-01T00:00:00Z' };
  await link.report('assigned', forged, { assignee: bob });
  assert.equal(
    await timer(person),
    null,
    'whoever knows the secret of an address can sign anything',
  );
  const assigned = await github.changeIssue(there.number, { assignees: ['bob'] });
  await link.report(
    'assigned',
    { ...assigned, updated_at: '2031-01-01T00:00:00Z' },
    { assignee: bob },
  );
  assert.equal(await timer(), null);
  const running = await timer(person);
  assert.equal(running?.description, `GitHub issue #${there.number}: Lamp`);
  const [task] = await tasks(own.id);
  assert.equal(running?.task_id, task?.id, 'on the task of their own project');
});
