/** Slack: an app made from a manifest, an account linked by a code, a timer driven from there, and what was told. */
import { createHmac, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '@redocly/openapi-core';
import t from 'tap';
import { startSlack, TOKEN } from '../../plugins/slack-connector/test/slack-server.ts';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

const folder = fileURLToPath(new URL('../../plugins/slack-connector', import.meta.url));
const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
const PATIENCE_MS = 20_000;

t.test('Slack, from nothing to a summary of what was told', async (t) => {
  const slack = await startSlack();
  t.teardown(() => slack.stop());
  const site = await openSite(t, { PLUGINS: folder, OUTGOING_ALLOW_PRIVATE: '127.0.0.1' });
  const admin = await site.person({ role: 'admin' });
  await site.call(admin, 'PUT', '/plugins/slack_connector/settings', {
    base_url: slack.url,
    attendance: true,
  });
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await page.goto('/integrations/slack_connector');
  const card = page.getByRole('article', { name: 'Slack' });
  const row = () => site.db('integrations').where({ user_id: anna.id }).first();

  async function type(text: string, command = '/tt'): Promise<string> {
    const body = new URLSearchParams({
      team_id: 'T1',
      api_app_id: 'A1',
      user_id: 'UANNA',
      command,
      text,
      trigger_id: randomUUID(),
    }).toString();
    const seconds = Math.floor(Date.now() / 1000);
    const mac = createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex');
    const reply = await fetch(`${site.url}/api/integrations/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': `v0=${mac}`,
      },
    });
    t.equal(reply.status, 200);
    return ((await reply.json()) as { text: string }).text;
  }

  await t.test('gives a manifest with the address of this Stint', async (t) => {
    const text = await page.getByLabel('Manifest of the app').inputValue();
    const manifest = parseYaml(text) as {
      features: { slash_commands: { command: string; url: string }[] };
      oauth_config: { scopes: { bot: string[] } };
    };
    const { slash_commands: commands } = manifest.features;
    t.same(
      commands.map(({ command }) => command),
      ['/tt', '/in', '/brb', '/back', '/out'],
    );
    t.ok(commands.every(({ url }) => url === `${site.url}/api/integrations/slack/events`));
    t.same(manifest.oauth_config.scopes.bot, ['commands', 'chat:write', 'chat:write.public']);
    await card.getByText('Slack reaches this Stint only at an https address').waitFor();
    await card.getByText('Save the settings below first').waitFor();
    await checkAllThemes(t, page, 'before');
  });

  await t.test('keeps the form beside its card, tries it, and saves it', async (t) => {
    await page.getByLabel('Bot token').fill(TOKEN);
    await page.getByLabel('Signing secret').fill(SIGNING_SECRET);
    await page.getByLabel(/^Channel/).fill('C0001');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await card.getByText(/It works. The app is in Acme/).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    await until(async () => (await row())?.is_active, PATIENCE_MS);
    t.match(await row(), { config: { channel_id: 'C0001' }, health: 'connected' });
  });

  await t.test('links the account by a code that is typed in Slack', async (t) => {
    await card.getByRole('button', { name: 'Get a code to link' }).click();
    const command = card.locator('code.command');
    await command.waitFor();
    await card.getByRole('button', { name: 'I have typed it' }).click();
    await page.getByText('Slack has not reported it yet.').waitFor();
    await checkAllThemes(t, page, 'a code');
    const text = (await command.textContent()) ?? '';
    t.match(await type(text.replace('/tt ', '')), /^Linked: .* Anna /);
    await card.getByRole('button', { name: 'I have typed it' }).click();
    await card.getByText('Linked with the Slack user UANNA.').waitFor();
    t.match(await row(), { config: { linked_slack_user_id: 'UANNA' } });
  });

  await t.test('drives the timer, which the page shows', async (t) => {
    t.match(await type('start'), /^▶ Started/);
    await page.getByRole('button', { name: /^Stop/ }).first().waitFor();
    t.match(await type('', '/in'), /^You are in/);
    t.match(await type('stop'), /^⏹ Stopped/);
    await until(async () => slack.posted.length >= 3, PATIENCE_MS);
  });

  await t.test('shows what was told and who is in', async (t) => {
    await until(
      async () =>
        (await site.db.withSchema('plugin_slack_connector').from('messages'))
          .map(({ outcome }) => outcome)
          .join() === 'sent,sent',
      PATIENCE_MS,
    );
    const cards = ['notifications', 'attendance'].map((name) => ({
      card: `slack_connector/${name}`,
      columns: 6,
      rows: 3,
      config: {},
    }));
    await site.call(anna, 'PUT', '/me/dashboard', { cards });
    await page.goto('/dashboard');
    await page.getByText('Anna started no project').waitFor();
    await page.getByText(/Anna stopped no project/).waitFor();
    await page.getByText('since').first().waitFor();
    await checkAllThemes(t, page, 'dashboard');
  });

  await t.test('unlinks after a question', async (t) => {
    await page.goto('/integrations/slack_connector');
    await card.getByRole('button', { name: 'Unlink' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Yes' }).click();
    await card.getByText('Not linked yet').waitFor();
    t.same(await site.db.withSchema('plugin_slack_connector').from('slack_users'), []);
    t.match(await row(), { config: { linked_slack_user_id: '' } });
  });
});
