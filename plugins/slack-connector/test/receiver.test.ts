import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVENTS, openWorkspace, SIGNING_SECRET, signForm } from './workspace.ts';

// https://docs.slack.dev/authentication/verifying-requests-from-slack
const documented =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
const documentedHeaders = {
  'content-type': 'application/x-www-form-urlencoded',
  'x-slack-request-timestamp': '1531420618',
  'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
};

test('the request of Slack’s own documentation is taken at its time, and not later', async (t) => {
  const { host } = await openWorkspace(t, {}, '2018-07-12T18:36:58Z');
  const post = (body = documented, headers: Record<string, string> = documentedHeaders) =>
    host.request(EVENTS, { method: 'POST', body, headers });
  assert.match((await post()).body.text, /not linked/);
  assert.equal((await post(`${documented}x`)).status, 401);
  host.clock.advance({ seconds: 300 });
  assert.equal((await post()).status, 200, 'five minutes old');
  host.clock.advance({ seconds: 1 });
  const { status, body } = await post();
  assert.equal(status, 401);
  assert.equal(body.code, 'STINT_ERR_WEBHOOK_SIGNATURE');
  host.clock.advance({ minutes: -15 });
  assert.equal((await post()).status, 401, 'from the future');
});

test('what is malformed or not signed is refused', async (t) => {
  const { host, member } = await openWorkspace(t);
  await member('UADA');
  const body = 'command=%2Ftt&text=start&team_id=T1&user_id=UADA&api_app_id=A1';
  const right = signForm(host, body, SIGNING_SECRET);
  const {
    'x-slack-signature': signature = '',
    'x-slack-request-timestamp': time = '',
    ...rest
  } = right;
  for (const headers of [
    rest,
    { ...rest, 'x-slack-signature': signature },
    { ...rest, 'x-slack-request-timestamp': time },
    { ...right, 'x-slack-signature': signature.replace('v0', 'v1') },
    { ...right, 'x-slack-signature': signature.toUpperCase() },
    { ...right, 'x-slack-signature': '' },
    { ...right, 'x-slack-request-timestamp': `${time}.0` },
    { ...right, 'x-slack-request-timestamp': 'now' },
    signForm(host, body, `${SIGNING_SECRET} `),
    signForm(host, body, SIGNING_SECRET, -301),
    signForm(host, body, SIGNING_SECRET, 120),
  ]) {
    const { status } = await host.request(EVENTS, { method: 'POST', body, headers });
    assert.equal(status, 401, JSON.stringify(headers));
  }
  assert.equal((await host.db('time_entries')).length, 0);
});

test('a test of the address is answered at once, and events are let go', async (t) => {
  const { host, member } = await openWorkspace(t);
  await member('UADA');
  const before = (await host.db('inbound_deliveries')).length;
  const post = (event: object, secret = SIGNING_SECRET) => {
    const body = JSON.stringify(event);
    const headers = { ...signForm(host, body, secret), 'content-type': 'application/json' };
    return host.request(EVENTS, { method: 'POST', body, headers });
  };
  const verification = { type: 'url_verification', token: 'x', challenge: '3eZbrw1aB' };
  assert.deepEqual((await post(verification)).body, { challenge: '3eZbrw1aB' });
  assert.equal((await post(verification, 'guess')).status, 401);
  const event = { type: 'app_home_opened', user: 'UADA' };
  const callback = {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event,
    event_id: 'Ev1',
  };
  assert.deepEqual((await post(callback)).body, { ok: true, skipped: 'app_home_opened' });
  assert.equal((await host.db('inbound_deliveries')).length, before);
});

test('a connection with an app of its own has an address of its own', async (t) => {
  const { host, connect, type } = await openWorkspace(t, { bot_token: null, signing_secret: null });
  const ada = await host.person();
  const saved = await connect(ada, { bot_token: 'xoxb-1', signing_secret: 'of ada' });
  const path = new URL(saved.body.webhooks[0].url).pathname;
  const { body } = await host.request(host.plugin.route('/link-code'), { as: ada, method: 'POST' });
  const typed = { user: 'UADA', secret: 'of ada' };
  assert.match(await type('help', { ...typed, path }), /not linked/);
  assert.match(await type(`link ${body.code}`, { ...typed, path }), /^Linked/);
  assert.match(await type('start', { ...typed, path }), /^▶/);
  assert.match(await type('stop', typed), /^⏹/, 'and the one of everybody');
  // A colleague on the same app is told how to link, and is not taken for her.
  assert.match(await type('start', { ...typed, user: 'UBERT' }), /not linked/);
  assert.match(await type('start', { ...typed, user: 'UBERT', path }), /not linked/);
  assert.equal((await ada.get('/timer')).body.timer, null);
});

test('the manifest of the app is ready to be pasted', async (t) => {
  const { host, admin } = await openWorkspace(t, { attendance: true });
  const { body } = await host.request(host.plugin.route('/setup'), {
    as: admin,
    headers: { host: 'stint.example' },
  });
  assert.match(body.manifest, /url: "http:\/\/stint\.example\/api\/integrations\/slack\/events"/);
  for (const command of ['/tt', '/in', '/brb', '/back', '/out'])
    assert.ok(body.manifest.includes(`- command: "${command}"\n`), command);
  assert.equal(body.is_https, false);
});
