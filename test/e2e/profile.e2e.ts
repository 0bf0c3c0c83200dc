/** One's own account: preferences that count at once, the password, browsers, tokens, and notifications. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite, PASSWORD } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('preferences', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await page.goto('/');
  await page.getByRole('link', { name: /Anna/ }).first().click();
  await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor();
  const row = () => site.db('users').where({ id: anna.id }).first();

  await t.test('are saved when they are set, and followed at once', async (t) => {
    await checkAllThemes(t, page, 'general');
    await page.getByLabel('Date format').selectOption('DD.MM.YYYY');
    await page.getByText(/Today: \d\d\.\d\d\.\d{4}/).waitFor();
    await page.getByLabel('Time format').selectOption('12h');
    await page.getByText(/Today: \d+:\d\d (AM|PM)/).waitFor();
    await page.getByLabel('Week starts on').selectOption({ label: 'Sunday' });
    await page.getByLabel('Name', { exact: true }).fill('Anna B.');
    await page.keyboard.press('Tab');
    await page
      .getByRole('link', { name: /Anna B\./ })
      .first()
      .waitFor();
    t.match(await row(), { week_start: 7, date_format: 'DD.MM.YYYY', time_format: '12h' });
  });

  await t.test('find a zone by typing, by keyboard alone', async (t) => {
    await page.getByRole('button', { name: /^Time zone/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Search: Time zone' }).fill('new york');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Time zone: America/New York' }).waitFor();
    await until(async () => (await row()).time_zone === 'America/New_York');
    t.pass();
  });

  await t.test('say at the field what is refused', async (t) => {
    await page.getByLabel('Name', { exact: true }).fill(' ');
    await page.keyboard.press('Tab');
    await page.locator('#name[aria-invalid="true"]').waitFor();
    t.equal((await row()).name, 'Anna B.');
  });

  await t.test('switch single keys off, in this browser', async (t) => {
    const single = page.getByRole('checkbox', { name: 'Single keys, while I am not typing' });
    await single.uncheck();
    await page.reload();
    t.notOk(await single.isChecked());
    await page.keyboard.press('Shift+?');
    t.equal(await page.getByRole('dialog').count(), 0);
    await single.check();
    await page.getByRole('heading', { name: 'Profile', level: 1 }).click();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await t.test('hold how the timer behaves', async (t) => {
    await page.getByRole('link', { name: 'Time tracking' }).click();
    await page.getByLabel('Starting while a timer runs').selectOption('keep');
    await page.getByLabel('Round durations').selectOption('up');
    await page.getByLabel('To steps of').fill('6');
    await page.keyboard.press('Tab');
    await until(async () => (await row()).rounding_minutes === 6);
    t.match(await row(), { switch_policy: 'keep', rounding_mode: 'up' });
    await page.getByLabel('To steps of').fill('');
    await page.keyboard.press('Tab');
    await until(async () => (await row()).rounding_minutes === null);
    await checkAllThemes(t, page, 'tracking');
  });

  await t.test('hold what plugins let a person set, by the plugin’s own schema', async (t) => {
    await page.getByRole('link', { name: 'Plugins', exact: true }).click();
    await page.getByRole('heading', { name: 'Idle timers' }).waitFor();
    const field = page.getByLabel('Ask after (minutes)');
    await field.fill('99999');
    await page.keyboard.press('Tab');
    await page.getByText('At most 10080.').waitFor();
    await field.fill('45');
    await page.keyboard.press('Tab');
    const saved = () => site.db('plugin_settings').where({ user_id: anna.id }).first();
    await until(async () => (await saved())?.data.ask_after_minutes === 45);
    t.same((await saved()).data, { ask_after_minutes: 45 });
    await checkAllThemes(t, page, 'plugins');
  });

  await t.test('switch the language of all that is shown, its title too', async (t) => {
    await page.getByRole('link', { name: 'General' }).click();
    await page.getByLabel('Language', { exact: true }).selectOption('de');
    await page.getByRole('heading', { name: 'Profil', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Heute' }).first().waitFor();
    await page.waitForFunction(() => document.title.startsWith('Profil ·'));
    t.equal((await row()).locale, 'de');
    await checkAllThemes(t, page, 'German');
  });

  await t.test('speak to the next person in theirs', async (t) => {
    const ben = await site.person({ name: 'Ben', locale: 'en' });
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByLabel('E-Mail').fill(ben.email);
    await page.getByLabel('Passwort').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor();
    t.equal(await page.locator('html').getAttribute('lang'), 'en');
  });
});

t.test('security', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await site.open(anna);
  await site.open(anna);
  await page.goto('/profile/security');
  await page.getByText('This browser').waitFor();

  await t.test('lists the browsers, this one first, and ends one', async (t) => {
    await checkAllThemes(t, page, 'security');
    t.equal(await page.getByText(/Last used/).count(), 3);
    await page
      .getByRole('button', { name: /^Sign out: / })
      .first()
      .click();
    await page.getByText('Signed out.', { exact: true }).waitFor();
    await until(async () => (await site.db('sessions')).length === 2);
    t.pass();
  });

  await t.test('ends all others, after a question', async (t) => {
    await page.getByRole('button', { name: 'Sign out all others' }).click();
    await page.getByText('Sign out the other browser?').waitFor();
    await page
      .locator('stint-confirm')
      .getByRole('button', { name: 'Sign out all others' })
      .click();
    await until(async () => (await site.db('sessions')).length === 1);
    t.pass();
  });

  await t.test('changes the password for who knows it', async (t) => {
    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password').fill('another horse battery');
    await page.keyboard.press('Enter');
    await page.getByText('The current password is wrong.').waitFor();
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Your password was changed.').waitFor();
    t.equal(await page.getByLabel('New password').inputValue(), '');
  });
});

t.test('API tokens', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await page.goto('/profile/tokens');
  await page.getByText(/No tokens yet/).waitFor();
  await checkAllThemes(t, page, 'no tokens');

  await t.test('are made with the scopes that were chosen, and shown once', async (t) => {
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByLabel('What it is for').fill('Script');
    await checkAllThemes(t, page, 'new token');
    t.equal(await page.getByRole('checkbox', { name: /Audit log/ }).count(), 0);
    await page.getByRole('checkbox', { name: 'Your own account: Read' }).check();
    await page.getByLabel('Works until').selectOption('30');
    await page.getByRole('button', { name: 'Make token' }).click();
    const secret = await page.getByRole('textbox', { name: 'Token of “Script”' }).inputValue();
    t.match(secret, /^stint_\S{43}$/);
    await checkAllThemes(t, page, 'token, once');
    const me = await fetch(`${site.url}/api/v1/me`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    t.match(await me.json(), { name: 'Anna' });

    // As a page on plain HTTP, where a browser gives it no clipboard.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.addEventListener('copy', () => {
        document.documentElement.dataset.copied = 'yes';
      });
    });
    await page.getByRole('button', { name: 'Copy: Token of “Script”' }).click();
    await page.getByText('Copied').first().waitFor();
    t.equal(await page.evaluate(() => document.documentElement.dataset.copied), 'yes');

    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('row', { name: /Script/ }).waitFor();
    t.equal(await page.getByText(secret).count(), 0);
    await checkAllThemes(t, page, 'tokens');
  });

  await t.test('need at least one scope', async (t) => {
    await page.getByRole('button', { name: 'New token' }).click();
    await page.getByLabel('What it is for').fill('Nothing');
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.getByText(/must NOT have fewer than 1 items/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    t.pass();
  });

  await t.test('are revoked after a question', async (t) => {
    await page.getByRole('button', { name: 'Revoke “Script”' }).click();
    await page.getByRole('button', { name: 'Revoke token' }).click();
    await page.getByText(/No tokens yet/).waitFor();
    t.same(await site.db('api_tokens'), []);
  });
});

t.test('notifications', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const note = (text: string, columns = {}) => ({
    user_id: anna.id,
    text,
    created_at: new Date(),
    ...columns,
  });
  await site
    .db('notifications')
    .insert([
      note('Your week is full.', { link: '/profile/tokens' }),
      note('Welcome.', { created_at: new Date(Date.now() - 86_400_000) }),
    ]);
  const page = await site.open(anna);
  await page.goto('/');

  await t.test('are counted on the bell, and opened by it', async (t) => {
    await page.getByRole('link', { name: 'Notifications: 2 unread' }).first().click();
    await page.getByText('Your week is full.').waitFor();
    await checkAllThemes(t, page, 'inbox');
    t.pass();
  });

  await t.test('are read when they are opened, or when somebody says so', async (t) => {
    await page.getByRole('link', { name: 'Your week is full.' }).click();
    await page.getByText(/No tokens yet/).waitFor();
    await page.getByRole('link', { name: 'Notifications: 1 unread' }).first().click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('link', { name: 'Notifications', exact: true }).first().waitFor();
    t.equal((await site.db('notifications').whereNull('read_at')).length, 0);
  });
});
