import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAda } from './connected.ts';

test('every page of open issues comes once, and a second time nothing changes', async (t) => {
  const { github, sync, tasks, host } = await connectAda(t);
  for (let i = 1; i <= 230; i += 1)
    await github.openIssue({ title: `Issue ${i}`, labels: i % 2 ? ['bug'] : [] });
  await github.changeIssue(5, { state: 'closed' });
  const first = await sync();
  assert.partialDeepStrictEqual(first, { state: 'done', synced: 229, updated: 0, errors: [] });
  assert.equal((await host.db('tasks').count({ n: '*' }).first())?.n, 229);
  assert.partialDeepStrictEqual((await tasks())[0], { priority: 'high', status: 'todo' });
  assert.ok(github.asked.filter((line) => line.includes('/issues?')).length >= 3);
  const again = await sync();
  assert.partialDeepStrictEqual(again, { state: 'done', synced: 0, updated: 0, errors: [] });
  // Which of its answers is kept to be compared with: the first that brought nothing new.
  await sync();
  await sync();
  assert.match(github.asked.at(-1) ?? '', / 304$/, 'what did not change costs nothing');
  const versions = await host.db('tasks').where('version', '>', 1);
  assert.equal(versions.length, 0);
});

test('what changed there changes here, closed issues are done, and pull requests are left out', async (t) => {
  const { github, sync, tasks } = await connectAda(t);
  const one = await github.openIssue({ title: 'One' });
  await github.openIssue({ title: 'Two' });
  await sync();
  // Emulate writes times to the second, as GitHub does: what changes within it is asked for again.
  await github.changeIssue(one.number, { state: 'closed', title: 'One, done' });
  await github.openIssue({ title: 'Three' });
  const result = await sync();
  assert.partialDeepStrictEqual(result, { state: 'done', synced: 1, updated: 1 });
  assert.partialDeepStrictEqual(await tasks(), [
    { name: 'One, done', status: 'done' },
    { name: 'Three' },
    { name: 'Two', status: 'todo' },
  ]);
});

test('a first run closes what was closed while nobody listened, and lets go what is gone', async (t) => {
  const { github, link, sync, tasks } = await connectAda(t);
  const closed = await github.openIssue({ title: 'Closed' });
  const gone = await github.openIssue({ title: 'Gone' });
  await link.report('opened', closed);
  await link.report('opened', gone);
  await github.changeIssue(closed.number, { state: 'closed' });
  await github.changeIssue(gone.number, { state: 'closed' });
  github.deleted.add(`/repos/acme/shop/issues/${gone.number}`);
  await sync();
  assert.partialDeepStrictEqual(await tasks(), [
    { name: 'Closed', status: 'done' },
    { name: 'Gone', status: 'todo' },
  ]);
});

test('one that fails half-way goes on later, and makes nothing twice', async (t) => {
  const { github, sync, status, host } = await connectAda(t);
  for (let i = 1; i <= 120; i += 1) await github.openIssue({ title: `Issue ${i}` });
  const count = async () => Number((await host.db('tasks').count({ n: '*' }).first())?.n);
  github.illness = { is: 'half', after: github.asked.length + 1 };
  await sync();
  assert.partialDeepStrictEqual(await status(), { health: 'degraded' });
  assert.equal(await count(), 100);
  github.illness = undefined;
  host.clock.advance({ hours: 1 });
  await host.runJobs();
  await sync();
  assert.partialDeepStrictEqual(await status(), { health: 'connected', last_error: null });
  assert.equal(await count(), 120);
});

test('a rate limit is waited for, and a token that is revoked is said', async (t) => {
  const { github, ada, connect, sync, status } = await connectAda(t);
  for (const is of ['limited', 'spent'] as const) {
    github.illness = { is, after: github.asked.length };
    assert.partialDeepStrictEqual(await sync(), { state: 'retrying' });
    assert.partialDeepStrictEqual(await status(), { health: 'degraded' });
  }
  github.illness = undefined;
  github.tokens.clear();
  // Saving begins anew, without waiting for the time that GitHub named.
  await connect(ada);
  assert.partialDeepStrictEqual(await sync(), { state: 'failed' });
  const { health, last_error } = await status();
  assert.equal(health, 'reconnect');
  assert.doesNotMatch(String(last_error), /ghp_/);
});

test('one repository that cannot be read keeps none of the others back', async (t) => {
  const { github, ada, connect, project_id, sync, status, tasks } = await connectAda(t);
  await connect(ada, {
    repo_name: 'nowhere',
    repositories: [{ owner: 'acme', name: 'shop', default_project_id: project_id }],
  });
  await github.openIssue({ title: 'One' });
  await sync();
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'One' }]);
  const { health, last_error } = await status();
  assert.equal(health, 'degraded');
  assert.match(String(last_error), /acme\/nowhere: There is no repository/);
});

test('somebody who may not use the project is told so, and their token is not asked for', async (t) => {
  const { github, admin, project_id, sync, status } = await connectAda(t);
  await admin.patch(`/projects/${project_id}`, { visibility: 'members' });
  const before = github.asked.length;
  await sync();
  assert.partialDeepStrictEqual(await status(), {
    health: 'error',
    last_error: `You cannot use project ${project_id}: choose another.`,
  });
  assert.equal(github.asked.length, before);
});
