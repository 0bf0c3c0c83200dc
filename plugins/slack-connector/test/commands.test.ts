import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkspace } from './workspace.ts';

const ada = { user: 'UADA' };

test('a timer is started, shown, added up and stopped from Slack', async (t) => {
  const { host, member, type, project } = await openWorkspace(t);
  const person = await member('UADA', { time_zone: 'Europe/Berlin' });
  const id = await project('Website');
  assert.equal(await type('status', ada), 'No timer is running.');
  assert.equal(await type('stop', ada), 'No timer is running.');
  assert.equal(await type('today', ada), 'Nothing tracked today.\nNo timer is running.');
  assert.equal(await type('start website', ada), '▶ Started: Website');
  const { body } = await person.get('/timer');
  assert.equal(body.timer.project_id, id);
  host.clock.advance({ minutes: 90 });
  assert.equal(await type('status', ada), 'Running: Website (1:30 h)');
  await person.post('/timer/pause');
  host.clock.advance({ minutes: 30 });
  assert.equal(await type('status', ada), 'Paused: Website (1:30 h)');
  assert.equal(await type('stop', ada), '⏹ Stopped: Website (1:30 h)');
  assert.equal(await type('start', ada), '▶ Started: no project');
  host.clock.advance({ minutes: 5 });
  assert.equal(await type('stop', ada), '⏹ Stopped: no project (0:05 h)');
  assert.equal(
    await type('today', ada),
    'Today: 1:35 h\n• Website: 1:30 h\n• no project: 0:05 h\nNo timer is running.',
  );
});

test('each command says in each state of the timer what it did', async (t) => {
  const { host, member, type } = await openWorkspace(t);
  const person = await member('UADA');
  const put = {
    none: async () => {},
    running: async () => void (await person.post('/timer/start', { description: 'Door' })),
    paused: async () => {
      await person.post('/timer/start', { description: 'Door' });
      host.clock.advance({ minutes: 10 });
      await person.post('/timer/pause');
    },
  };
  const expected: Record<keyof typeof put, [verb: string, said: RegExp, left: string][]> = {
    none: [
      ['start', /^▶ Started: no project$/, 'running'],
      ['stop', /^No timer is running\.$/, 'none'],
      ['status', /^No timer is running\.$/, 'none'],
      ['today', /\nNo timer is running\.$/, 'none'],
      ['help', /`\/tt start \[project\]`/, 'none'],
    ],
    running: [
      ['start', /^A timer is running already/, 'running'],
      ['stop', /^⏹ Stopped: Door \(0:05 h\)$/, 'none'],
      ['status', /^Running: Door \(0:05 h\)$/, 'running'],
      ['today', /\nRunning: Door \(0:05 h\)$/, 'running'],
      ['help', /`\/tt start \[project\]`/, 'running'],
    ],
    paused: [
      ['start', /^A timer is running already/, 'paused'],
      ['stop', /^⏹ Stopped: Door \(0:10 h\)$/, 'none'],
      ['status', /^Paused: Door \(0:10 h\)$/, 'paused'],
      ['today', /\nPaused: Door \(0:10 h\)$/, 'paused'],
      ['help', /`\/tt start \[project\]`/, 'paused'],
    ],
  };
  await person.patch('/me', { switch_policy: 'keep' });
  for (const [state, rows] of Object.entries(expected)) {
    for (const [verb, said, left] of rows) {
      await put[state as keyof typeof put]();
      host.clock.advance({ minutes: 5 });
      assert.match(await type(verb, ada), said, `${verb} while ${state}`);
      const { timer } = (await person.get('/timer')).body;
      const is = timer === null ? 'none' : timer.paused_at === null ? 'running' : 'paused';
      assert.equal(is, left, `after ${verb} while ${state}`);
      await person.post('/timer/stop');
      host.clock.advance({ minutes: 1 });
    }
  }
});

test('help is for whatever else is typed, in the language of the person', async (t) => {
  const { member, type } = await openWorkspace(t);
  await member('UADA');
  await member('UBERT', { locale: 'de' });
  const help = await type('help', ada);
  assert.match(help, /`\/tt start \[project\]`/);
  for (const text of [
    '',
    '  ',
    'HELP',
    'nothing',
    'constructor',
    '__proto__',
    'toString x',
    '\u202estart',
  ])
    assert.equal(await type(text, ada), help, text);
  assert.match(await type('help', { user: 'UBERT' }), /startet deinen Timer/);
  assert.equal(await type('x', { ...ada, command: '/stint' }), help, 'a renamed command');
});

test('a project is meant by its number, its name, or a part that only it has', async (t) => {
  const { admin, host, member, type, project } = await openWorkspace(t);
  const person = await member('UADA');
  const shop = await project('Shop');
  await project('Shop north');
  await project('Shop south');
  const cafe = await project('Café Ünïcode 日本');
  const old = await project('Old works');
  await admin.patch(`/projects/${old}`, { archived: true });
  const secret = await project('Secret', { visibility: 'members' });
  const started = async () => {
    const { body } = await person.get('/timer');
    if (body.timer) await person.post('/timer/stop');
    host.clock.advance({ minutes: 1 });
    return body.timer?.project_id;
  };
  for (const [text, id] of [
    ['shop', shop],
    ['SHOP ', shop],
    [`${shop}`, shop],
    [`#${shop}`, shop],
    ['café ÜNÏ', cafe],
    ['cafe\u0301 u\u0308ni\u0308', cafe],
    ['日本', cafe],
  ] as const) {
    assert.match(await type(`start ${text}`, ada), /^▶ Started/, text);
    assert.equal(await started(), id, text);
  }
  const many = await type('start sho', ada);
  assert.match(many, /^Several projects have “sho” in their name/);
  assert.match(many, new RegExp(`• Shop \\(${shop}\\)`));
  assert.equal(many.split('\n').length, 4);
  for (const text of [
    'secret',
    `${secret}`,
    '999999',
    '0',
    '99999999999',
    'old works',
    'x'.repeat(3000),
    '%',
    '_',
  ])
    assert.match(await type(`start ${text}`, ada), /^You have no project with/, text.slice(0, 20));
  assert.match(await type(`start ${old}`, ada), /is archived/);
  assert.equal(await started(), undefined, 'nothing was started');
  const long = await type(`start ${'é'.repeat(3000)}`, ada);
  assert.ok(long.length < 300, long);
});

test('stopping and starting follow the rules of the page', async (t) => {
  const { host, admin, member, type } = await openWorkspace(t);
  const person = await member('UADA');
  await person.patch('/me', { switch_policy: 'keep' });
  await type('start', ada);
  assert.match(await type('start', ada), /A timer is running already/);
  await person.patch('/me', { switch_policy: 'switch' });
  host.clock.advance({ minutes: 1 });
  assert.match(await type('start', ada), /^▶ Started/);
  host.clock.advance({ minutes: 1 });
  await admin.post('/locks', { ends_on: '2025-01-28', reason: 'Closed' });
  const stopped = await type('stop', ada);
  const { status } = await person.post('/timer/stop');
  assert.equal(/^That is not possible/.test(stopped), status >= 400 && status !== 409, stopped);
});

test('what people wrote says nothing to Slack', async (t) => {
  const { member, type, project, sent } = await openWorkspace(t);
  const person = await member('UADA', { name: '<!here> Ada & Co' });
  await project('<!channel> & <https://evil.example|Shop>');
  await sent();
  assert.equal(
    await type('start <!channel>', ada),
    '▶ Started: &lt;!channel&gt; &amp; &lt;https://evil.example|Shop&gt;',
  );
  await person.patch('/timer', { description: '<@U1>\n<!everyone>' });
  await person.post('/timer/stop');
  const texts = [...(await sent()), await type('today', ada), await type('start <!here|x>', ada)];
  assert.equal(texts.length, 4);
  for (const text of texts) assert.doesNotMatch(text ?? '', /<|>/);
  assert.match(texts[1] ?? '', /&lt;@U1&gt; &lt;!everyone&gt;/);
});

test('a command that came twice is done once, and heard twice', async (t) => {
  const { host, member, send } = await openWorkspace(t);
  const person = await member('UADA');
  const fields = { trigger_id: '398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c' };
  const first = await send('start', { ...ada, fields });
  const again = await send('start', { ...ada, fields });
  assert.deepEqual(again.body, first.body);
  await host.runJobs();
  const { body } = await host.request(host.plugin.route('/deliveries'), { as: person });
  assert.deepEqual(
    body.data.map(({ detail, outcome }: Record<string, string>) => [detail, outcome]),
    [
      ['/tt start', 'processed'],
      ['/tt link', 'processed'],
    ],
  );
  await host.request(host.plugin.route(`/deliveries/${body.data[0].id}/replay`), {
    as: person,
    method: 'POST',
  });
  await person.post('/timer/stop');
  await host.runJobs();
  assert.equal((await person.get('/timer')).body.timer, null, 'handled again, it starts nothing');
});
