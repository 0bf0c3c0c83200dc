import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Illness } from './slack-server.ts';
import { openWorkspace } from './workspace.ts';

test('every start and stop is told, whatever made it', async (t) => {
  const { host, slack, member, type, project, sent, notifications } = await openWorkspace(t);
  const ada = await member('UADA', { name: 'Ada' });
  const id = await project('Shop');
  await ada.post('/timer/start', { project_id: id, description: 'Door' });
  assert.equal(slack.asked, 0, 'never in the request');
  assert.deepEqual(await sent(), ['▶ Ada started Shop: Door']);
  host.clock.advance({ minutes: 61 });
  await type('stop', { user: 'UADA' });
  assert.deepEqual(await sent(), ['⏹ Ada stopped Shop: Door (1:01 h)']);
  await type('start', { user: 'UADA' });
  assert.deepEqual(await sent(), ['▶ Ada started no project']);
  host.clock.advance({ minutes: 2 });
  await ada.post('/timer/switch', { project_id: id });
  assert.deepEqual(
    (await sent()).toSorted(),
    ['⏹ Ada stopped no project (0:02 h)', '▶ Ada started Shop'].toSorted(),
  );
  const { body } = await ada.get('/timer');
  await ada.post(`/time-entries/${body.timer.id}/stop`, {});
  assert.deepEqual(await sent(), ['⏹ Ada stopped Shop (0:00 h)']);
  assert.deepEqual(await sent(), []);
  const list = await notifications(ada);
  assert.equal(list.length, 6);
  assert.ok(list.every(({ outcome, error }) => outcome === 'sent' && error === null));
});

test('who wants none gets none, and without a channel the app writes to them alone', async (t) => {
  const { slack, host, member, sent } = await openWorkspace(t);
  const ada = await member('UADA', {}, { notify_on_start: false });
  const bert = await member('UBERT', {}, { notify_on_stop: false, channel_id: '' });
  for (const person of [ada, bert]) {
    await person.post('/timer/start', {});
    host.clock.advance({ minutes: 1 });
    await person.post('/timer/stop');
  }
  await host.runJobs();
  await host.runJobs();
  assert.deepEqual(slack.posted.map(({ channel }) => channel).toSorted(), ['C0001', 'UBERT']);
  await sent();
  await host.request(host.plugin.route('/disconnect'), { as: ada, body: {} });
  await ada.post('/timer/start', {});
  assert.deepEqual(await sent(), []);
});

/** Polls, for what another task brings about. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

const ills: [what: string, illness: Illness, health: string][] = [
  ['refuses the token', { error: 'token_revoked' }, 'reconnect'],
  ['does not know the channel', { error: 'channel_not_found' }, 'error'],
  ['lacks a scope', { error: 'missing_scope' }, 'error'],
  ['says it is ill', { error: 'internal_error' }, 'degraded'],
  ['asks for patience', { status: 429, retryAfter: 60 }, 'degraded'],
  ['asks for patience in the body', { error: 'ratelimited', retryAfter: 60 }, 'degraded'],
  ['breaks', { status: 500 }, 'degraded'],
];

for (const [what, illness, health] of ills) {
  test(`a Slack that ${what} shows, and nothing is lost`, async (t) => {
    const { host, slack, member, connect, sent, notifications } = await openWorkspace(t);
    const ada = await member('UADA', { name: 'Ada' });
    slack.illness = illness;
    assert.equal((await ada.post('/timer/start', {})).status, 201);
    assert.deepEqual(await sent(), []);
    const { body } = await host.request(host.plugin.route('/status'), { as: ada });
    assert.equal(body.health, health);
    const [waiting] = await notifications(ada);
    assert.equal(waiting?.outcome, 'waiting');
    assert.match(`${waiting?.error}`, /^Slack | asks to be left alone/);
    slack.illness = undefined;
    if (health !== 'degraded') await connect(ada);
    host.clock.advance({ minutes: 16 });
    assert.deepEqual(await sent(), ['▶ Ada started no project']);
    assert.equal((await notifications(ada))[0]?.outcome, 'sent');
  });
}

test('patience that was asked for is kept', async (t) => {
  const { host, slack, member, sent } = await openWorkspace(t);
  const ada = await member('UADA');
  slack.illness = { status: 429, retryAfter: 120 };
  await ada.post('/timer/start', {});
  await sent();
  const { asked } = slack;
  host.clock.advance({ seconds: 60 });
  await sent();
  assert.equal(slack.asked, asked);
  slack.illness = undefined;
  host.clock.advance({ seconds: 90 });
  assert.equal((await sent()).length, 1);
});

test('what is too late is not told any more, and says why', async (t) => {
  const { host, slack, member, sent, notifications } = await openWorkspace(t);
  const ada = await member('UADA');
  slack.illness = { status: 503 };
  await ada.post('/timer/start', {});
  await sent();
  slack.illness = undefined;
  host.clock.advance({ hours: 2 });
  assert.deepEqual(await sent(), []);
  const [late] = await notifications(ada);
  assert.equal(late?.outcome, 'failed');
  assert.match(`${late?.error}`, /503/);
});

test('the timer does not wait for a Slack that never answers', async (t) => {
  const { host, slack, member, notifications } = await openWorkspace(t);
  const ada = await member('UADA', {}, { notify_on_stop: false });
  slack.illness = 'silence';
  // As fast as it is without: it is not asked at all before the jobs run.
  assert.equal((await ada.post('/timer/start', {})).status, 201);
  assert.equal(slack.asked, 0);
  const jobs = host.runJobs();
  await until(() => slack.asked > 0);
  assert.equal((await ada.post('/timer/stop')).status, 200, 'also while it is being asked');
  await jobs;
  assert.ok((await notifications(ada)).some(({ error }) => error !== null));
});

test('a message whose sending was interrupted is not sent twice', async (t) => {
  const { host, slack, member, sent, notifications } = await openWorkspace(t);
  const ada = await member('UADA');
  await ada.post('/timer/start', {});
  // As a process leaves it that died when Slack had taken the message.
  slack.onPosted = async () => {
    await host.plugin.query(`UPDATE messages SET id = 'lost'`);
  };
  await host.runJobs();
  slack.onPosted = undefined;
  assert.equal(slack.posted.length, 1);
  await host.plugin.query(`UPDATE messages SET id = 'again' WHERE outcome = 'sending'`);
  const run = host.host.get('slack_connector')?.run;
  const send = run?.registrations.tasks.get('send');
  await send?.run({ message_id: 'again' } as never, {
    id: '1',
    attempt: 2,
    signal: AbortSignal.timeout(5000),
  });
  assert.equal(slack.posted.length, 1);
  assert.equal((await notifications(ada))[0]?.outcome, 'unknown');
  assert.equal((await sent()).length, 1);
});
