/** What a person sees who grants Google's access in part, or takes it back. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { email, openGoogleStage } from '../fixtures/google-stage.ts';
import { until } from '../fixtures/until.ts';

t.test('access that is given in part, or withdrawn', async (t) => {
  const { site, gate, ada } = await openGoogleStage(t);
  const page = await site.open(ada);
  await page.goto('/integrations');
  const card = page.getByRole('article', { name: 'Google Calendar' });
  const status = (word: string) =>
    card.getByRole('status').filter({ hasText: word }).first().waitFor();
  const row = () => site.db('integrations').where({ user_id: ada.id }).first();
  const connect = async (button: string) => {
    await card.getByRole('link', { name: button }).click();
    await page.waitForURL(/\/o\/oauth2\/v2\/auth/);
    await page.getByText(email).first().click();
    await page.waitForURL(/\/integrations/);
  };

  await t.test('in part: nobody is connected, and it says what is missing', async (t) => {
    gate.granted = 'openid email';
    await connect('Connect: Google Calendar');
    await card.getByRole('alert').filter({ hasText: 'Not all of the access' }).waitFor();
    await status('Not connected');
    t.notOk(await row());
    t.same(await site.db('oauth_grants').select(), [], 'what was given is given back');
    await checkAllThemes(t, page, 'access in part');
    gate.granted = undefined;
  });

  await t.test('withdrawn: one click connects again, with the settings of before', async (t) => {
    await connect('Connect: Google Calendar');
    await status('Connected');
    const { config } = await row();
    gate.isWithdrawn = true;
    await card.getByRole('button', { name: 'Sync now: Google Calendar' }).click();
    await until(async () => (await row()).health === 'reconnect', 20_000);
    await card.getByText('Connect again to grant the access anew.').waitFor();
    await checkAllThemes(t, page, 'access withdrawn');
    gate.isWithdrawn = false;
    await connect('Connect again: Google Calendar');
    await status('Connected');
    t.match(await row(), { health: 'connected', last_error: null, config });
    await card.getByRole('button', { name: 'Sync now: Google Calendar' }).click();
    await until(async () => (await row()).sync?.state === 'done', 20_000);
  });
});
