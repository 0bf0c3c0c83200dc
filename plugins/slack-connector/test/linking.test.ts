import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOKEN } from './slack-server.ts';
import { openWorkspace } from './workspace.ts';

test('two people share an app, and each has their own timer', async (t) => {
  const { host, member, type } = await openWorkspace(t);
  const ada = await member('UADA');
  const bert = await member('UBERT');
  await type('start', { user: 'UADA' });
  assert.notEqual((await ada.get('/timer')).body.timer, null);
  assert.equal((await bert.get('/timer')).body.timer, null);
  assert.equal(await type('status', { user: 'UBERT' }), 'No timer is running.');
  const { body } = await host.request(host.plugin.route('/status'), { as: ada });
  assert.equal(body.config.linked_slack_user_id, 'UADA');
});

test('who is not linked is told how, and nothing else happens', async (t) => {
  const { host, member, type, send, connect } = await openWorkspace(t);
  assert.match(await type('start', { user: 'UNEW' }), /not linked/, 'nobody is linked yet');
  await member('UADA');
  const deliveries = async () => (await host.db('inbound_deliveries')).length;
  const before = await deliveries();
  assert.match(await type('start', { user: 'UNEW' }), /not linked/);
  assert.match(await type('start', { user: 'UADA', fields: { team_id: 'T2' } }), /not linked/);
  // What the settings say proves nothing.
  const mallory = await host.person();
  await connect(mallory, { linked_slack_user_id: 'UADA' });
  await connect(mallory, { linked_slack_user_id: 'UNEW' });
  assert.match(await type('start', { user: 'UNEW' }), /not linked/);
  assert.equal((await mallory.get('/timer')).body.timer, null);
  assert.equal(await deliveries(), before);
  assert.equal((await send('start', { user: 'UADA', secret: 'guess' })).status, 401);
});

test('a code is good once, for ten minutes, and for the newest only', async (t) => {
  const { host, connect, type } = await openWorkspace(t);
  const ada = await host.person();
  const code = async () =>
    (await host.request(host.plugin.route('/link-code'), { as: ada, method: 'POST' })).body;
  assert.equal((await code()).code, 'STINT_ERR_PLG_SLACK_CONNECTOR_NOT_CONNECTED');
  await connect(ada);
  const [first, second] = [await code(), await code()];
  assert.match(second.code, /^[2-9A-Z]{8}$/);
  assert.match(await type(`link ${first.code}`, { user: 'UADA' }), /not good/);
  assert.match(await type('link', { user: 'UADA' }), /not linked/);
  assert.match(await type(`LINK  ${second.code.toLowerCase()} `, { user: 'UADA' }), /^Linked/);
  assert.match(await type(`link ${second.code}`, { user: 'UEVE' }), /not good/);
  const third = await code();
  host.clock.advance({ minutes: 11 });
  assert.match(await type(`link ${third.code}`, { user: 'UADA' }), /not good/);
  assert.equal(await type('status', { user: 'UADA' }), 'No timer is running.', 'still linked');
});

test('nobody claims the Slack user of somebody else', async (t) => {
  const { host, member, connect, link, type } = await openWorkspace(t);
  const ada = await member('UADA');
  const eve = await host.person({ name: 'Eve' });
  await connect(eve);
  assert.match(await link(eve, 'UADA'), /linked to another account/);
  // With an app of her own she can say anything in its name, and in no other's.
  await connect(eve, { signing_secret: 'of eve', bot_token: 'xoxb-eve' });
  const { body } = await host.request(host.plugin.route('/link-code'), { as: eve, method: 'POST' });
  const forged = { user: 'UADA', secret: 'of eve' };
  assert.match(await type(`link ${body.code}`, forged), /^Linked/);
  await type('start', { user: 'UADA' });
  assert.notEqual((await ada.get('/timer')).body.timer, null, 'the app of everybody is hers still');
  assert.equal((await eve.get('/timer')).body.timer, null);
  // Going back to the app of everybody does not take the claim along.
  await connect(eve, { signing_secret: null, bot_token: null, linked_slack_user_id: 'UADA' });
  await type('stop', { user: 'UADA' });
  assert.equal((await ada.get('/timer')).body.timer, null);
  const setup = await host.request(host.plugin.route('/setup'), { as: eve });
  assert.equal(setup.body.linked_slack_user_id, null);
  // A copy of the secret is the same app.
  await connect(eve, {
    signing_secret: '8f742231b10e8888abcd99yyyzzz85a5',
    bot_token: TOKEN,
    linked_slack_user_id: '',
  });
  assert.match(await link(eve, 'UADA'), /linked to another account/);
});

test('settings that name somebody else are respected until they are mended', async (t) => {
  const { host, connect, link } = await openWorkspace(t);
  const ada = await host.person();
  await connect(ada, { linked_slack_user_id: 'UOTHER' });
  assert.match(await link(ada, 'UADA'), /name another Slack user/);
  await connect(ada, { linked_slack_user_id: '' });
  assert.match(await link(ada, 'UADA'), /^Linked/);
  await connect(ada);
  const { body } = await host.request(host.plugin.route('/setup'), { as: ada });
  assert.equal(body.linked_slack_user_id, 'UADA', 'a save that does not name it keeps it');
});

test('who was unlinked, disconnected or disabled does nothing any more', async (t) => {
  const { host, admin, member, type, connect } = await openWorkspace(t);
  const ada = await member('UADA');
  await host.request(host.plugin.route('/link'), { as: ada, method: 'DELETE' });
  assert.match(await type('start', { user: 'UADA' }), /not linked/);
  const bert = await member('UBERT');
  await host.request(host.plugin.route('/disconnect'), { as: bert, body: {} });
  await connect(bert);
  assert.match(await type('start', { user: 'UBERT' }), /not linked/);
  const carl = await member('UCARL');
  assert.equal((await admin.patch(`/users/${carl.id}`, { active: false })).status, 200);
  assert.match(await type('start', { user: 'UCARL' }), /not linked/);
  const { rows } = await host.db.raw('SELECT count(*)::int AS n FROM time_entries');
  assert.equal(rows[0].n, 0);
});
