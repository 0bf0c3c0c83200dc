import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from './workspace.ts';

const say = (command: string, user = 'UADA') => ({ command, user });

test('people say where they are, each step from where they were', async (t) => {
  const { host, slack, member, type, sent } = await openWorkspace(t, {
    attendance: true,
    attendance_channel_id: 'C0009',
  });
  const ada = await member('UADA', { name: 'Ada <!here>' });
  const bert = await member('UBERT', { name: 'Bert' });
  for (const [command, text, shown] of [
    ['/out', '', /^You are out\. \/in/],
    ['/back', '', /^You are out\. \/in/],
    ['/in', 'at <!channel> home', /^You are in: at &lt;!channel&gt; home$/],
    ['/in', '', /^You are in already/],
    ['/brb', 'lunch', /^You are away: lunch$/],
    ['/brb', '', /^You are away already/],
    ['/back', '', /^You are in$/],
    ['/out', '', /^You are out$/],
    ['/in', '', /^You are in$/],
  ] as const)
    assert.match(await type(text, say(command)), shown, command);
  await type('', say('/in', 'UBERT'));
  await type('tea', say('/brb', 'UBERT'));
  const { body } = await host.request(host.plugin.route('/attendance'), { as: bert });
  assert.deepEqual(
    body.people.map(({ name, state, note }: Record<string, string>) => [name, state, note]),
    [
      ['Ada <!here>', 'in', ''],
      ['Bert', 'away', 'tea'],
    ],
  );
  await host.runJobs();
  assert.ok(slack.posted.every(({ channel }) => channel === 'C0009'));
  const texts = await sent();
  assert.equal(texts.length, 7);
  assert.ok(texts.includes('Ada &lt;!here&gt; is in: at &lt;!channel&gt; home'));
  assert.ok(texts.includes('Ada &lt;!here&gt; is back'));
  assert.equal((await ada.get('/timer')).body.timer, null, 'it does not touch the timer');
  const log = await host.plugin.query('SELECT state FROM attendance_log WHERE user_id = $1', [
    ada.id,
  ]);
  assert.equal(log.length, 5);
});

test('twenty times at once is once', async (t) => {
  const { host, member, type } = await openWorkspace(t, { attendance: true });
  await member('UADA');
  const answers = await Promise.all(Array.from({ length: 20 }, () => type('', say('/in'))));
  assert.equal(answers.filter((text) => text === 'You are in').length, 1);
  assert.equal((await host.plugin.query('SELECT 1 FROM attendance_log')).length, 1);
});

test('it is off until an administrator switches it on', async (t) => {
  const { host, member, type } = await openWorkspace(t);
  const ada = await member('UADA');
  assert.match(await type('', say('/in')), /not switched on/);
  const { body } = await host.request(host.plugin.route('/attendance'), { as: ada });
  assert.deepEqual(body, { is_on: false, people: [] });
  assert.doesNotMatch(await type('help', { user: 'UADA' }), /\/brb/);
});

test('a channel that does not take it is nobody’s fault', async (t) => {
  const { host, slack, member, type } = await openWorkspace(t, {
    attendance: true,
    attendance_channel_id: 'C0009',
  });
  const ada = await member('UADA');
  slack.illness = { error: 'channel_not_found' };
  assert.equal(await type('', say('/in')), 'You are in');
  await host.runJobs();
  const { body } = await host.request(host.plugin.route('/status'), { as: ada });
  assert.equal(body.health, 'connected');
});
