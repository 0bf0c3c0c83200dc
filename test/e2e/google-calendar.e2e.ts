/** Google Calendar from the first click to time on both sides. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { client, dayOf, email, openGoogleStage, retro } from '../fixtures/google-stage.ts';
import { until } from '../fixtures/until.ts';

t.test('a calendar from the first click to time on both sides', async (t) => {
  const { site, ada } = await openGoogleStage(t);
  const page = await site.open(ada);
  await page.goto('/integrations/google_calendar_connector');
  const card = page.getByRole('article', { name: 'Google Calendar' });
  const status = (word: string) =>
    card.getByRole('status').filter({ hasText: word }).first().waitFor();
  const row = () => site.db('integrations').where({ user_id: ada.id }).first();
  const entries = async () =>
    (await site.call(ada, 'GET', `/time-entries?user_id=${ada.id}&sort=start_time`)).data;

  let usedWayBack = '';

  await t.test('says where it goes before anybody leaves', async (t) => {
    await status('Not connected');
    await checkAllThemes(t, page, 'not connected');
  });

  await t.test('goes to Google with PKCE, and comes back connected', async (t) => {
    await card.getByRole('link', { name: 'Connect: Google Calendar' }).click();
    await page.waitForURL(/\/o\/oauth2\/v2\/auth/);
    const asked = new URL(page.url()).searchParams;
    t.match(Object.fromEntries(asked), {
      access_type: 'offline',
      prompt: 'consent',
      code_challenge_method: 'S256',
      client_id: client.id,
    });
    t.ok((asked.get('code_challenge') ?? '').length > 40);
    t.ok((asked.get('state') ?? '').length > 20);
    const coming = page.waitForRequest(/\/api\/integrations\/google\/callback/);
    await page.getByText(email).first().click();
    usedWayBack = (await coming).url();
    await page.waitForURL(/\/integrations\/google_calendar_connector/);
    await status('Connected');
    t.match(await row(), { is_active: true, health: 'connected', last_sync_at: null });
  });

  await t.test('shows first what it would do, and does nothing', async (t) => {
    await card.getByLabel('Project for events').selectOption('Shop');
    await card.getByLabel('Calendar', { exact: true }).selectOption('Ada at work');
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    await until(async () => (await row()).config.default_project_id > 0);
    await card.getByRole('button', { name: 'Show a preview' }).click();
    await card.getByText('2 new entries').waitFor();
    await card.getByText('Kick-off').waitFor();
    await checkAllThemes(t, page, 'preview');
    t.same(await entries(), []);
  });

  await t.test('brings the time with one click, and says what it did', async (t) => {
    await card.getByRole('button', { name: 'Sync now: Google Calendar' }).click();
    await until(async () => (await entries()).length === 2, 20_000);
    t.match(await entries(), [{ description: 'Kick-off' }, { description: 'Retro' }]);
    await until(async () => (await row()).sync?.state === 'done', 20_000);
    await page.reload();
    await card.getByText('2 new, 0 changed').waitFor();
    await checkAllThemes(t, page, 'last runs');
  });

  await t.test('takes rules one by one, and keeps them', async (t) => {
    await card.getByRole('button', { name: 'Add to Rules' }).click();
    const rule = card.getByRole('group', { name: 'Rules 1' });
    await rule.getByLabel('Title contains').fill('retro');
    await rule.getByLabel('Project').selectOption('Shop');
    await checkAllThemes(t, page, 'rules');
    await card.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    await until(async () => (await row()).config.rules.length === 1);
    const kept = (await row()).config.rules;
    t.match(kept, [{ title: 'retro', project_id: Number }]);
    t.notOk('calendar_id' in kept[0], 'what is empty is not sent');
  });

  await t.test('a way back that is wrong, used or somebody else’s connects nobody', async (t) => {
    const before = await row();
    const bob = await site.person({ name: 'Bob' });
    const other = await site.open(bob);
    await other.goto('/api/integrations/google/connect');
    await other.waitForURL(/\/o\/oauth2\/v2\/auth/);
    const state = new URL(other.url()).searchParams.get('state') ?? '';
    t.ok(state.length > 20);
    for (const address of [
      '/api/integrations/google/callback?code=abc&state=wrong',
      '/api/integrations/google/callback?code=abc',
      usedWayBack,
      `/api/integrations/google/callback?${new URLSearchParams({ code: 'abc', state })}`,
    ]) {
      await page.goto('/today');
      await page.goto(address);
      await page.waitForURL(/\/integrations\?.*error=STINT_ERR_OAUTH_STATE/);
      await card.getByText(/It took too long, or was begun elsewhere/).waitFor();
    }
    t.same(await row(), before);
    t.notOk(await site.db('integrations').where({ user_id: bob.id }).first());
    await checkAllThemes(t, page, 'a way back that is over');
  });

  await t.test('is disconnected: the tokens go, the settings stay', async (t) => {
    await page.goto('/integrations/google_calendar_connector');
    await card.getByRole('button', { name: 'Disconnect' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Disconnect' }).click();
    await status('Not connected');
    await until(async () => (await row()).is_active === false);
    t.same(await site.db('oauth_grants').select(), []);
    t.equal((await row()).config.rules.length, 1);
    t.equal((await entries()).length, 2);
  });
});

t.test('events that are only suggested', async (t) => {
  const { site, ada } = await openGoogleStage(t);
  const page = await site.open(ada);
  const connect =
    '/api/integrations/google/connect?return_to=/integrations/google_calendar_connector';
  await page.goto(connect);
  await page.getByText(email).first().click();
  await page.waitForURL(/\/integrations\/google_calendar_connector/);
  const card = page.getByRole('article', { name: 'Google Calendar' });
  await card
    .getByLabel('What becomes of an event')
    .selectOption('A suggestion, to accept with one click');
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved and connected.').waitFor();
  const row = () => site.db('integrations').where({ user_id: ada.id }).first();
  await until(async () => (await row()).config.import_mode === 'suggest');
  await card.getByRole('button', { name: 'Sync now: Google Calendar' }).click();
  await until(async () => (await row()).sync?.state === 'done', 20_000);
  const entries = async () => (await site.call(ada, 'GET', `/time-entries?user_id=${ada.id}`)).data;
  t.same(await entries(), []);

  await t.test('stand beside the day, and are recorded with one click', async (t) => {
    await page.goto('/');
    const list = page.getByRole('region', { name: 'Suggested' });
    await list.getByRole('button', { name: 'Record: Kick-off' }).click();
    await until(async () => (await entries()).length === 1, 20_000);
    t.match(await entries(), [{ description: 'Kick-off', billable: false }]);
    await list.getByRole('button', { name: 'Record: Kick-off' }).waitFor({ state: 'detached' });
  });

  await t.test('lie behind the entries of the calendar', async (t) => {
    await page.goto(`/calendar?view=day&date=${dayOf(retro)}`);
    await page.locator('.overlay').filter({ hasText: 'Retro' }).first().waitFor();
    t.equal((await entries()).length, 1);
  });
});
