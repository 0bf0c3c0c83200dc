/** Against a Slack that others wrote, and read back with Slack's own client. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebClient } from '@slack/web-api';
import { createEmulator } from 'emulate';
import { openWorkspace } from './workspace.ts';

// As many rights as the app's manifest asks for; reading is the test's.
const TOKEN = 'xoxb-emulated';
const READER = 'xoxb-reader';

test('messages arrive in a Slack that others wrote', async (t) => {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'Acme', domain: 'acme' },
        users: [{ name: 'stint', real_name: 'Stint', email: 'stint@example.com' }],
        channels: [{ name: 'general', topic: '' }],
        strict_scopes: true,
        tokens: [
          { token: TOKEN, user: 'stint', scopes: ['chat:write'] },
          { token: READER, user: 'stint', scopes: ['channels:read', 'channels:history'] },
        ],
      },
    } as never,
  });
  t.after(() => emulator.close());
  const client = new WebClient(READER, { slackApiUrl: `${emulator.url}/api/` });
  const { channels = [] } = await client.conversations.list();
  const channel = channels.find(({ name }) => name === 'general')?.id as string;
  const { host, member, sent, notifications } = await openWorkspace(t, {
    base_url: emulator.url,
    bot_token: TOKEN,
  });
  const ada = await member('UADA', { name: 'Ada & <Co>' }, { channel_id: channel });
  const tried = await host.request(host.plugin.route('/test'), { as: ada, body: {} });
  assert.equal(tried.body.ok, true, tried.text);
  await ada.post('/timer/start', { description: '<!channel> é 日本 🕑' });
  await sent();
  host.clock.advance({ minutes: 3 });
  await ada.post('/timer/stop');
  await sent();
  assert.deepEqual(
    (await notifications(ada)).map(({ outcome }) => outcome),
    ['sent', 'sent'],
  );
  const { messages = [] } = await client.conversations.history({ channel });
  assert.deepEqual(
    messages.map(({ text }) => text),
    [
      '⏹ Ada &amp; &lt;Co&gt; stopped &lt;!channel&gt; é 日本 🕑 (0:03 h)',
      '▶ Ada &amp; &lt;Co&gt; started &lt;!channel&gt; é 日本 🕑',
      'Stint can write here.',
    ],
  );
});

test('what it refuses is told as what it is', async (t) => {
  const emulator = await createEmulator({ service: 'slack', port: 0 });
  t.after(() => emulator.close());
  const { host, member, sent } = await openWorkspace(t, {
    base_url: emulator.url,
    bot_token: 'xoxb-x',
  });
  const ada = await member('UADA', {}, { channel_id: 'C0NOWHERE' });
  await ada.post('/timer/start', {});
  await sent();
  const { body } = await host.request(host.plugin.route('/status'), { as: ada });
  assert.match(body.health, /^(error|reconnect)$/);
  assert.match(body.last_error, /^Slack /);
});
