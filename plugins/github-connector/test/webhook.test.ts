import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import type { TestHost } from '@stint/plugin-testkit';
import pg from 'pg';
import { connectAda, issue, sign } from './connected.ts';

test('news make, change, close and reopen a task, whatever order they come in', async (t) => {
  const { link, tasks } = await connectAda(t);
  const opened = issue(42, { title: 'Door', body: 'It squeaks', labels: [{ name: 'Bug' }] });
  const edited = issue(42, { title: 'Door squeaks', labels: [{ name: 'enhancement' }] });
  const closed = issue(42, { title: 'Door squeaks', state: 'closed' });
  assert.deepEqual((await link.report('opened', opened)).body, { ok: true });
  assert.partialDeepStrictEqual(await tasks(), [
    {
      name: 'Door',
      description: 'It squeaks',
      status: 'todo',
      priority: 'high',
      external_ref: 'github_issue_42',
      external_url: 'https://github.com/acme/shop/issues/42',
    },
  ]);
  await link.report('closed', closed);
  await link.report('edited', edited);
  await link.report('opened', opened);
  assert.partialDeepStrictEqual(await tasks(), [
    { name: 'Door squeaks', status: 'done', priority: 'low' },
  ]);
  await link.report('reopened', issue(42, { labels: [{ name: 'enhancement' }] }));
  assert.partialDeepStrictEqual(await tasks(), [{ status: 'todo', priority: 'medium' }]);
});

test('what somebody does with the task here stays, until the issue itself closes or reopens', async (t) => {
  const { link, tasks, admin } = await connectAda(t);
  await link.report('opened', issue(1));
  const [task] = await tasks();
  await admin.patch(`/tasks/${task?.id}`, { status: 'in_progress', due_on: '2025-03-01' });
  await link.report('edited', issue(1, { title: 'New' }));
  assert.partialDeepStrictEqual(await tasks(), [
    { name: 'New', status: 'in_progress', due_on: '2025-03-01' },
  ]);
  await admin.patch(`/tasks/${task?.id}`, { status: 'done' });
  await link.report('labeled', issue(1, { labels: [{ name: 'bug' }] }));
  assert.partialDeepStrictEqual(await tasks(), [{ status: 'done', priority: 'high' }]);
  await admin.delete(`/tasks/${task?.id}`);
  await link.report('edited', issue(1, { title: 'Newer' }));
  assert.deepEqual(await tasks(), [], 'deleted here, it does not come back');
});

test('an issue that is deleted or transferred keeps its task, and moves it no more', async (t) => {
  const { link, tasks } = await connectAda(t);
  for (const [number, action] of [
    [1, 'deleted'],
    [2, 'transferred'],
  ] as const) {
    const opened = issue(number);
    const late = issue(number, { title: 'Late' });
    await link.report('opened', opened);
    await link.report(action, issue(number));
    await link.report('edited', late);
    await link.report('edited', issue(number, { title: 'Later' }));
  }
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Issue 1' }, { name: 'Issue 2' }]);
});

test('two changes of one second end as GitHub has it, whichever comes last', async (t) => {
  const { github, link, tasks } = await connectAda(t);
  const there = await github.openIssue({ title: 'Last word', labels: ['bug'] });
  const before = { ...there, title: 'First word', labels: [] };
  await link.report('labeled', there);
  await link.report('opened', before);
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Last word', priority: 'high' }]);
});

test('titles and texts are cut at whole characters', async (t) => {
  const { link, tasks } = await connectAda(t);
  await link.report('opened', issue(1, { title: '👍'.repeat(300), body: 'é'.repeat(3000) }));
  await link.report('opened', issue(2, { title: '  ' }));
  const [second, first] = await tasks();
  assert.equal(first?.name, '👍'.repeat(200));
  assert.equal(first?.description, 'é'.repeat(2000));
  assert.equal(second?.name, '#2');
});

test('a label filter holds for what is new, and changes nothing of what is there', async (t) => {
  const { link, tasks } = await connectAda(t, { label_filter: 'urgent, Bug' });
  await link.report('opened', issue(1, { labels: [{ name: 'docs' }] }));
  assert.deepEqual(await tasks(), []);
  await link.report('labeled', issue(1, { labels: [{ name: 'docs' }, { name: 'BUG' }] }));
  await link.report('unlabeled', issue(1, { title: 'Still', labels: [] }));
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Still' }]);
});

test('several repositories have a project each, and a third one is refused', async (t) => {
  const { host, admin, ada, connect, tasks } = await connectAda(t);
  const { body: docs } = await admin.post('/projects', { name: 'Docs', color: '#2563eb' });
  await connect(ada, {
    webhook_secret: 'x'.repeat(40),
    repositories: [{ owner: 'acme', name: 'docs', default_project_id: docs.id }],
  });
  const secret = 'x'.repeat(40);
  const { body: status } = await host.request(host.plugin.route('/status'), { as: ada });
  const send = async (full_name: string, number: number) => {
    const told = { action: 'opened', issue: issue(number), repository: { full_name } };
    const body = JSON.stringify(told);
    const answer = await host.request(new URL(status.webhooks[0].url).pathname, {
      method: 'POST',
      body,
      headers: {
        'x-github-event': 'issues',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': sign(secret, body),
      },
    });
    await host.runJobs();
    return answer;
  };
  assert.equal((await send('Acme/Shop', 1)).status, 200);
  assert.equal((await send('acme/docs', 1)).status, 200);
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Issue 1' }]);
  assert.partialDeepStrictEqual(await tasks(docs.id), [{ name: 'Issue 1' }]);
  for (const name of ['acme/garden', 'evil/shop', 'acme', 'a/b/c']) {
    assert.equal((await send(name, 2)).status, 403, name);
  }
  assert.equal((await tasks()).length, 1);
});

test('a ping and what is of no use are answered well, and what is malformed is not', async (t) => {
  const { link, outcomes, host } = await connectAda(t);
  const event = (name: string) => ({ 'x-github-event': name });
  const pong = await link.deliver({ zen: 'x', repository: { full_name: 'a/b' } }, event('ping'));
  assert.deepEqual([pong.status, pong.body], [200, { ok: true, message: 'Webhook received' }]);
  assert.deepEqual((await link.deliver({}, event('push'))).body, { ok: true, skipped: 'push' });
  assert.deepEqual((await link.report('pinned', issue(1))).body, {
    ok: true,
    skipped: 'issues.pinned',
  });
  const full_name = 'acme/shop';
  for (const body of [
    '{',
    '[]',
    'null',
    '',
    {},
    { action: 'opened' },
    { action: 'opened', issue: issue(1), repository: null },
    { action: 'opened', issue: { ...issue(1), number: 'x' }, repository: { full_name } },
    { action: 'opened', issue: { ...issue(1), updated_at: 'now' }, repository: { full_name } },
    { action: 7, issue: issue(1), repository: { full_name } },
  ]) {
    const { status } = await link.deliver(body);
    assert.equal(status, 400, JSON.stringify(body));
  }
  await host.runJobs();
  assert.deepEqual(await outcomes(), []);
});

test('a bad or missing signature is 401, whatever is sent', async (t) => {
  const { link, tasks, host } = await connectAda(t);
  const told = { action: 'opened', issue: issue(1), repository: { full_name: 'acme/shop' } };
  const body = JSON.stringify(told);
  for (const signature of ['', 'sha256=', `sha256=${'0'.repeat(64)}`, sign('other', body)]) {
    const answer = await link.deliver(told, { 'x-hub-signature-256': signature });
    assert.equal(answer.status, 401, signature);
  }
  const elsewhere = link.path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const lost = await host.request(elsewhere, { method: 'POST', body });
  assert.equal(lost.status, 404);
  await host.runJobs();
  assert.deepEqual(await tasks(), []);
});

test("GitHub's own example of a signature is accepted", async (t) => {
  const { ada, connect } = await connectAda(t);
  const webhook_secret = "It's a Secret to Everybody";
  const link = await connect(ada, { webhook_secret });
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
  const answer = await link.deliver('Hello, World!', { 'x-hub-signature-256': signature });
  assert.equal(answer.status, 400, 'the sender is proved, and the body is no JSON');
});

test('a form is taken as well as JSON, a truncated body is not, and 20 MB are', async (t) => {
  const { link, tasks, host } = await connectAda(t);
  const told = (number: number, body = '') =>
    JSON.stringify({
      action: 'opened',
      issue: issue(number, { body }),
      repository: { full_name: 'acme/shop' },
    });
  const form = new URLSearchParams({ payload: told(1) }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await link.deliver(form, type)).status, 200);
  const truncated = told(2).slice(0, -10);
  assert.equal((await link.deliver(truncated)).status, 400);
  assert.equal((await link.deliver(told(3, 'x'.repeat(20_000_000)))).status, 200);
  assert.equal((await link.deliver(told(4, 'x'.repeat(27_000_000)))).status, 413);
  await host.runJobs();
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Issue 1' }, { name: 'Issue 3' }]);
});

test('twenty deliveries of the same at once are one, and one task, whatever they are called', async (t) => {
  const { host, link, tasks, outcomes } = await connectAda(t);
  const told = { action: 'opened', issue: issue(1), repository: { full_name: 'acme/shop' } };
  const all = (id: () => string) =>
    Promise.all(
      Array.from({ length: 20 }, () => link.deliver(told, { 'x-github-delivery': id() })),
    );
  const same = randomUUID();
  for (const { status } of await all(() => same)) assert.equal(status, 200);
  assert.equal((await outcomes()).length, 1);
  // The id of a delivery is not signed: whoever replays it may change it.
  for (const { status } of await all(randomUUID)) assert.equal(status, 200);
  await Promise.all([host.runJobs(), host.runJobs(), host.runJobs()]);
  await host.runJobs();
  assert.equal((await tasks()).length, 1);
  assert.deepEqual(new Set((await outcomes()).map(([outcome]) => outcome)), new Set(['processed']));
});

test('the address without a receiver finds whose a delivery is by repository and signature', async (t) => {
  const { host, link, connect, outcomes, ada } = await connectAda(t);
  const bob = await host.person();
  const bobs = await connect(bob);
  const send = async (secret: string, full_name = 'ACME/Shop') => {
    const body = JSON.stringify({ action: 'opened', issue: issue(1), repository: { full_name } });
    return host.request('/api/integrations/github/webhook', {
      method: 'POST',
      body,
      headers: {
        'x-github-event': 'issues',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': sign(secret, body),
      },
    });
  };
  assert.equal((await send(bobs.secret)).status, 200);
  assert.deepEqual([(await outcomes(ada)).length, (await outcomes(bob)).length], [0, 1]);
  assert.equal((await send(link.secret)).status, 200);
  assert.deepEqual([(await outcomes(ada)).length, (await outcomes(bob)).length], [1, 1]);
  assert.equal((await send('nobody')).status, 401);
  assert.equal((await send(link.secret, 'acme/other')).status, 401);
});

test('a person without access to the project is told, and nothing is made', async (t) => {
  const { admin, link, project_id, tasks, status, outcomes } = await connectAda(t);
  await admin.patch(`/projects/${project_id}`, { visibility: 'members' });
  assert.equal((await link.report('opened', issue(1))).status, 200);
  assert.deepEqual(await tasks(), []);
  const text = `You cannot use project ${project_id}: choose another.`;
  assert.deepEqual(await outcomes(), [['failed', text]]);
  assert.partialDeepStrictEqual(await status(), { health: 'error', last_error: text });
});

test('a delivery can be handled again from the list, by its owner alone', async (t) => {
  const { host, ada, admin, link, project_id, tasks } = await connectAda(t);
  await admin.patch(`/projects/${project_id}`, { visibility: 'members' });
  await link.report('opened', issue(1));
  await admin.patch(`/projects/${project_id}`, { visibility: 'everyone' });
  const list = await host.request(host.plugin.route('/deliveries'), { as: ada });
  const replay = host.plugin.route(`/deliveries/${list.body.data[0].id}/replay`);
  const bob = await host.person();
  assert.equal((await host.request(replay, { as: bob, body: {} })).status, 404);
  assert.equal((await host.request(replay, { as: ada, body: {} })).status, 202);
  await host.runJobs();
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Issue 1' }]);
});

test('while the database is down GitHub sees a failure, and what it sends again arrives', async (t) => {
  const { host, link, tasks } = await connectAda(t);
  const told = { action: 'opened', issue: issue(1), repository: { full_name: 'acme/shop' } };
  const id = { 'x-github-delivery': randomUUID() };
  const elsewhere = await openServer(t, host);
  await elsewhere.cutOff();
  const failed = await link.deliver(told, id);
  assert.ok(failed.status >= 500, String(failed.status));
  await elsewhere.letIn();
  // Connections that were cut may still be found to be dead, one by one.
  const patience = { timeout: 20_000 };
  await t.waitFor(async () => assert.deepEqual(await tasks(), []), patience);
  await t.waitFor(async () => assert.equal((await link.deliver(told, id)).status, 200), patience);
  await host.runJobs();
  assert.partialDeepStrictEqual(await tasks(), [{ name: 'Issue 1' }]);
});

/** The server of the host's database, from another one: which can keep everybody out. */
async function openServer(t: TestContext, { db }: TestHost) {
  const { rows } = await db.raw('SELECT current_database() AS name');
  const { name } = rows[0];
  const { connectionString } = db.client.config.connection;
  const url = new URL(connectionString);
  url.pathname = '/postgres';
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  t.after(() => server.end());
  const allow = (isAllowed: boolean) =>
    server.query(`ALTER DATABASE ${server.escapeIdentifier(name)} ALLOW_CONNECTIONS ${isAllowed}`);
  return {
    async cutOff() {
      await allow(false);
      const cut = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1';
      await server.query(cut, [name]);
    },
    letIn: () => allow(true),
  };
}
