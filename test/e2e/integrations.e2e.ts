/** Connections to other services: a form from its schema, tried, saved, synchronised, read, and ended. */
import { createHmac } from 'node:crypto';
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { client, startOauthServer } from '../fixtures/oauth-server.ts';
import { fixturePlugins } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';
import { openSite, PASSWORD } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('without a connector the page says so, and where to get one', async (t) => {
  // Without those that come with Stint.
  const site = await openSite(t, { SAFE_MODE: 'true' });
  const page = await site.open(await site.person({ role: 'admin' }));
  await page.goto('/integrations');
  await page.getByText('No plugin that connects to another service is installed.').waitFor();
  await page.getByRole('link', { name: 'Install a plugin' }).waitFor();
  await checkAllThemes(t, page, 'no connectors');
});

t.test('a connector without a script of its own', async (t) => {
  const site = await openSite(t, { PLUGINS: `${fixturePlugins}/mill` });
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await page.goto('/integrations');
  const card = page.getByRole('article', { name: 'Mill' });
  const status = (word: string) => card.getByRole('status').filter({ hasText: word }).waitFor();
  const row = () => site.db('integrations').where({ user_id: anna.id }).first();

  await t.test('is not connected, and says what it needs', async (t) => {
    await status('Not connected');
    await page.getByRole('button', { name: 'Connect: Mill' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await card.getByText('This is needed.').waitFor();
    await checkAllThemes(t, page, 'form with a fault');
    t.match(page.url(), /\/integrations\/mill$/);
  });

  await t.test('tries what is not saved, and keeps nothing of it', async (t) => {
    await page.getByLabel('Token').fill('sesame');
    await page.getByLabel('Mode').fill('refused');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await card.getByText(/It does not work. The mill refuses/).waitFor();
    await page.getByLabel('Mode').fill('fine');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await card.getByText(/It works. Signed in with/).waitFor();
    t.equal(await card.getByText('sesame').count(), 0, 'the secret is not said');
    t.notOk((await row())?.is_active);
  });

  let secret = '';
  let url = '';
  await t.test(
    'is saved, shows once what was made for the other side, and is connected',
    async (t) => {
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved and connected.').waitFor();
      secret = await page.getByRole('textbox', { name: 'webhook_secret' }).inputValue();
      url = await page.getByRole('textbox', { name: 'Address for events' }).inputValue();
      t.ok(secret.length > 20);
      await status('Connected');
      await checkAllThemes(t, page, 'connected');
      await card.getByRole('button', { name: 'I have it' }).click();
      await page.reload();
      await page.getByText('Saved, and not shown again').first().waitFor();
      t.equal(await page.getByRole('textbox', { name: 'webhook_secret' }).count(), 0);
    },
  );

  await t.test('keeps its secret when the rest is changed', async (t) => {
    await page.getByLabel('Repo').fill('stint');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await card.getByText(/It works. Signed in with/).waitFor();
    t.match(await row(), { config: { repo: 'stint' }, is_active: true });
  });

  await t.test('synchronises now, and says when', async (t) => {
    await page.getByRole('button', { name: 'Sync now: Mill' }).click();
    await page.getByText('Synchronised: 3 items.').waitFor();
    await card.getByText(/Last synchronised: Today/).waitFor();
    await card.getByText(/Next: /).waitFor();
    t.pass();
  });

  await t.test('lists what arrived, shows it, and handles it again', async (t) => {
    const body = JSON.stringify({ repo: 'stint', grain: 'rye' });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const reply = await fetch(url, {
      method: 'POST',
      headers: {
        'x-hub-signature-256': `sha256=${signature}`,
        'x-github-delivery': 'sack-1',
        'x-github-event': 'grain',
        'content-type': 'application/json',
      },
      body,
    });
    t.equal(reply.status, 200);
    await until(
      async () => (await site.db('inbound_deliveries').first())?.outcome === 'processed',
      15_000,
    );
    await card.getByRole('button', { name: 'Look again' }).click();
    await card.getByText('ground rye').waitFor();
    await card.getByRole('button', { name: /^Today, / }).click();
    await page.getByRole('dialog', { name: 'Delivery' }).waitFor();
    await page.getByText('"grain": "rye"').waitFor();
    await checkAllThemes(t, page, 'delivery');
    await page.getByRole('button', { name: 'Handle again' }).click();
    await page.getByText('It is handled again.').waitFor();
    await until(
      async () => (await site.db('inbound_deliveries').first())?.outcome === 'processed',
      15_000,
    );
  });

  await t.test('says what is wrong, and what to do about it', async (t) => {
    await page.getByLabel('Mode').fill('refused');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    await page.getByRole('button', { name: 'Sync now: Mill' }).click();
    await status('Sign in again');
    await card.getByText('Enter the credentials again. Nothing is tried until then.').waitFor();
    await checkAllThemes(t, page, 'to be connected again');
  });

  await t.test('is disconnected after a question, and keeps the other settings', async (t) => {
    await card.getByRole('button', { name: 'Disconnect' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Disconnect' }).click();
    await status('Not connected');
    t.match(await row(), { is_active: false, config: { repo: 'stint' } });
  });
});

const ownCard = `
  class Settings extends HTMLElement {
    connectedCallback() {
      const input = Object.assign(document.createElement('input'), { value: this.config.key ?? '' });
      input.setAttribute('aria-label', 'The key of the card');
      input.addEventListener('change', () => this.dispatchEvent(new CustomEvent('stint-config-change',
        { detail: { config: { key: input.value } }, bubbles: true, composed: true })));
      this.append(input);
    }
    validate() { return this.querySelector('input').value === 'bad' ? 'Not that key.' : undefined; }
  }
  export default { api: 1, cards: { settings: Settings } };
`;

t.test(
  "a connector's own card stands in place of the form, and the page saves for it",
  async (t) => {
    const folder = t.testdir({
      own: {
        'package.json': JSON.stringify({
          name: 'stint-plugin-own',
          version: '1.0.0',
          type: 'module',
          keywords: ['stint-plugin'],
          engines: { stint: '^1.0.0' },
          stint: {
            id: 'own',
            displayName: 'Own',
            entry: './plugin.ts',
            ui: './ui/cards.js',
            contributes: {
              cards: [
                { name: 'settings', region: 'integration.settings/v1', title: 'Own settings' },
              ],
            },
          },
        }),
        'plugin.ts': `export default {
        settings: { connection: { type: 'object', properties: { key: { type: 'string' } } } },
        setup() {},
      };`,
        ui: { 'cards.js': ownCard },
      },
    });
    const site = await openSite(t, { PLUGINS: `${folder}/own` });
    const anna = await site.person();
    const page = await site.open(anna);
    await page.goto('/integrations/own');
    const key = page.getByLabel('The key of the card');
    await key.fill('bad');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Not that key.').waitFor();
    await key.fill('good');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    t.match(await site.db('integrations').first(), { config: { key: 'good' }, user_id: anna.id });
  },
);

const agenda = `
  import { definePlugin } from '@stint/plugin';
  export default definePlugin({
    settings: { connection: { type: 'object', properties: { calendar: { type: 'string', title: 'Calendar' } } } },
    setup() {},
    sync: async (ctx, { id }) => {
      await ctx.connections.accessToken(id);
      return { synced: 1, updated: 0, skipped: 0, errors: [] };
    },
  });
`;

t.test('a service where access is granted by OAuth', async (t) => {
  const service = await startOauthServer(t);
  const oauth = {
    authorizationUrl: 'https://accounts.example/authorize',
    tokenUrl: 'https://accounts.example/token',
    scopes: ['calendar.read'],
  };
  const stint = { oauth, displayName: 'Agenda' };
  const folder = await writePlugin(t, 'agenda', { code: agenda, stint });
  const env = {
    PLUGINS: folder,
    OUTGOING_ALLOW_PRIVATE: '127.0.0.1',
    AGENDA_AUTHORIZATION_URL: `${service.url}/authorize`,
    AGENDA_TOKEN_URL: `${service.url}/token`,
  };
  const site = await openSite(t, {
    ...env,
    AGENDA_CLIENT_ID: client.id,
    AGENDA_CLIENT_SECRET: client.secret,
  });
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await page.goto('/integrations');
  const card = page.getByRole('article', { name: 'Agenda' });
  const status = (word: string) => card.getByRole('status').filter({ hasText: word }).waitFor();
  const row = () => site.db('integrations').where({ user_id: anna.id }).first();

  await t.test('says what it will ask for', async (t) => {
    await card.getByRole('button', { name: 'Settings: Agenda' }).click();
    await card.getByText('calendar.read').waitFor();
    await checkAllThemes(t, page, 'access');
  });

  await t.test('says so when somebody does not grant it', async (t) => {
    service.deny = 'access_denied';
    await card.getByRole('link', { name: 'Connect: Agenda' }).click();
    await card.getByText(/You did not grant the access/).waitFor();
    await checkAllThemes(t, page, 'denied');
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await card.getByText(/You did not grant the access/).waitFor({ state: 'detached' });
    t.match(page.url(), /\/integrations\/agenda$/);
    t.equal(await row(), undefined);
    service.deny = undefined;
  });

  await t.test('is connected by one click, and its settings are there', async (t) => {
    await card.getByRole('link', { name: 'Connect: Agenda' }).click();
    await page.getByText('Connected.', { exact: true }).waitFor();
    await status('Connected');
    await card.getByLabel('Calendar').waitFor();
    t.match(page.url(), /\/integrations\/agenda$/);
    t.match(await row(), { is_active: true, health: 'connected' });
  });

  await t.test('is connected again once the service takes the access back', async () => {
    service.valid.clear();
    const past = new Date(Date.now() - 60_000);
    await site.db('oauth_grants').update({ renew_at: past, expires_at: past });
    await card.getByRole('button', { name: 'Sync now: Agenda' }).click();
    await status('Sign in again');
    await card.getByText('Connect again to grant the access anew.').waitFor();
    await card.getByRole('link', { name: 'Connect again: Agenda' }).click();
    await page.getByText('Connected.', { exact: true }).waitFor();
    await status('Connected');
    await until(async () => (await row()).health === 'connected');
  });

  await t.test('shows a page to whoever was signed out meanwhile', async () => {
    await page.context().clearCookies();
    await page.goto('/api/plugins/agenda/oauth/callback?state=s&code=c');
    await page.getByLabel('Email').fill(anna.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await card.getByText(/You were signed out here meanwhile/).waitFor();
  });

  await t.test('tells an administrator what has to be set before', async (t) => {
    const bare = await openSite(t, env);
    const admin = await bare.open(await bare.person({ role: 'admin' }));
    await admin.goto('/integrations/agenda');
    await admin.getByText(/has to set AGENDA_CLIENT_ID and AGENDA_CLIENT_SECRET/).waitFor();
    t.equal(
      await admin.getByRole('textbox', { name: 'Redirect address' }).inputValue(),
      `${bare.url}/api/plugins/agenda/oauth/callback`,
    );
    await checkAllThemes(t, admin, 'not registered');
  });
});
