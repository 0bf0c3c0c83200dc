/** What GitHub really sends, as its own clients are tried with it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Webhooks } from '@octokit/webhooks';
import { connectAda } from './connected.ts';

interface Examples {
  name: string;
  examples: { action?: string; issue?: { number: number; title: string } }[];
}

const all: Examples[] = createRequire(import.meta.url)('@octokit/webhooks-examples');
test("every one of GitHub's examples is answered, none by a fault", async (t) => {
  const { host, ada, connect, tasks, outcomes, github } = await connectAda(t);
  const link = await connect(ada, {
    repo_owner: 'Codertocat',
    repo_name: 'Hello-World',
    webhook_secret: 'a'.repeat(40),
  });
  const webhooks = new Webhooks({ secret: link.secret });
  const wanted = all.filter(({ name }, i) => name === 'issues' || name === 'ping' || i % 4 === 0);
  assert.ok(wanted.some(({ name }) => name === 'issues'));
  let kept = 0;
  for (const { name, examples } of wanted) {
    for (const example of examples) {
      const body = JSON.stringify(example);
      const answer = await link.deliver(body, {
        'x-github-event': name,
        // Signed by GitHub's own client.
        'x-hub-signature-256': await webhooks.sign(body),
      });
      const what = `${name}.${example.action}: ${answer.text}`;
      assert.ok(answer.status === 200 || (name === 'issues' && answer.status === 403), what);
      if (name === 'ping') assert.equal(answer.body.message, 'Webhook received');
      if (name === 'issues' && answer.body.skipped === undefined && answer.status === 200)
        kept += 1;
      if (name !== 'issues' && name !== 'ping') assert.equal(answer.body.skipped, name);
    }
  }
  assert.ok(kept >= 5, `${kept} are kept`);
  await host.runJobs();
  await host.runJobs();
  const done = await outcomes();
  assert.equal(done.length, kept);
  for (const [outcome, detail] of done) assert.equal(outcome, 'processed', String(detail));
  assert.ok((await tasks()).length >= 1);
  assert.deepEqual(
    github.asked.filter((line) => line.includes(' 5')),
    [],
  );
});

test('the examples lack "closed": what is made of them by hand closes the task', async (t) => {
  const { host, ada, connect, tasks } = await connectAda(t);
  const link = await connect(ada, {
    repo_owner: 'Codertocat',
    repo_name: 'Hello-World',
    webhook_secret: 'a'.repeat(40),
  });
  const issues = all.find(({ name }) => name === 'issues')?.examples ?? [];
  assert.equal(
    issues.some(({ action }) => action === 'closed'),
    false,
    'once it has one, it is posted above',
  );
  const opened = issues.find(({ action }) => action === 'opened');
  const send = async (payload: object) => {
    const answer = await link.deliver(payload, { 'x-github-delivery': randomUUID() });
    assert.deepEqual([answer.status, answer.body], [200, { ok: true }]);
    await host.runJobs();
  };
  await send(opened as object);
  assert.equal((await tasks())[0]?.status, 'todo');
  const closed = { ...opened?.issue, state: 'closed', updated_at: '2030-01-01T00:00:00Z' };
  await send({ ...opened, action: 'closed', issue: closed });
  assert.equal((await tasks())[0]?.status, 'done');
});
