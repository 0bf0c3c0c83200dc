/** Coming and going: signing in and out, an invitation, and a session that ends under somebody's hands. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite, PASSWORD } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('signing in', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna, { isSignedIn: false });
  await page.goto('/');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await checkAllThemes(t, page, 'log-in');

  t.test('with a wrong password says so, and keeps the address', async (t) => {
    await page.getByLabel('Email').fill(anna.email);
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    t.equal(await page.getByLabel('Email').inputValue(), anna.email);
  });

  t.test('leads to the page that was asked for, in every tab', async (t) => {
    const other = await site.openTab(page);
    await other.goto('/');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await other.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    t.pass();
  });

  t.test('out leads to the log-in', async (t) => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    t.equal((await site.db('sessions')).length, 0);
  });
});

t.test('a session that ends is renewed in place, and nothing typed is lost', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  await page.goto('/');
  const what = page.getByLabel('What you are working on');
  await what.fill('A long story that must not be lost');
  // All is read that the page reads by itself: the next call is the person's.
  await page.getByText('Nothing was tracked this week.').waitFor();
  await site.db('sessions').delete();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await checkAllThemes(t, page, 'renewal');

  const password = page.getByLabel(`Password of ${anna.email}`);
  await password.fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'wrong' }).waitFor();
  await password.fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  t.equal(await what.inputValue(), 'A long story that must not be lost');
  await page.waitForFunction(() => /^0:00:0[1-9]/.test(document.title));
  await until(async () => (await site.db('time_entries')).length > 0);
  const entries = await site.db('time_entries');
  t.match(entries, [{ description: 'A long story that must not be lost', end_time: null }]);
});

t.test('an invitation lets somebody choose a password, once', async (t) => {
  const site = await openSite(t);
  const admin = await site.person({ role: 'admin' });
  const ben = { name: 'Ben', email: 'ben@example.com' };
  const { invitation_url } = await site.call(admin, 'POST', '/users', ben);
  const page = await site.open();
  await page.goto(invitation_url);
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await checkAllThemes(t, page, 'invitation');
  await page.getByLabel('Your new password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  t.notMatch(page.url(), /token/);

  const again = await site.open();
  await again.goto(invitation_url);
  await again.getByLabel('Your new password').fill(PASSWORD);
  await again.keyboard.press('Enter');
  await again.getByRole('alert').waitFor();
  t.pass();
});
