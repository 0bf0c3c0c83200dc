/** Two-factor sign-in: set up, used at every door, and given up, by keyboard alone. Codes are computed here. */
import type { Page } from 'playwright-core';
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite, PASSWORD, type Person, type Site } from '../fixtures/site.ts';
import { totpAt } from '../fixtures/totp.ts';
import { until } from '../fixtures/until.ts';

/** The code of now. None is taken twice, so what was taken of it is forgotten. */
async function codeFor({ db }: Site, { id }: Person, secret: string): Promise<string> {
  await db('two_factors').where({ user_id: id }).update({ last_step: 0 });
  return totpAt(secret, new Date());
}

async function givePassword(page: Page, { email }: Person): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code', { exact: true }).waitFor();
}

/** A page less that reads and listens while the story goes on. */
async function leave(page: Page): Promise<void> {
  page.removeAllListeners('console');
  await page.context().close();
}

t.test('two-factor sign-in', async (t) => {
  const site = await openSite(t, { LOGIN_ATTEMPTS_PER_MINUTE: '1000' });
  const anna = await site.person({ name: 'Anna' });
  const page = await site.open(anna);
  let secret = '';
  let recoveryCodes: string[] = [];

  await t.test('is set up by keyboard: password, secret, code, recovery codes', async (t) => {
    await page.goto('/profile/security');
    const setUp = page.getByRole('button', { name: 'Set it up' });
    await setUp.waitFor();
    await checkAllThemes(t, page, 'off');
    await setUp.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Two-factor sign-in' });
    await dialog.waitFor();
    await checkAllThemes(t, page, 'password');
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await page.getByText('The current password is wrong.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');

    await page.getByRole('img', { name: 'QR code of your secret' }).waitFor();
    await checkAllThemes(t, page, 'secret');
    secret = await page.getByRole('textbox', { name: 'Or type this secret' }).inputValue();
    t.match(secret, /^[A-Z2-7]{32}$/);
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await page.getByText(/The code is wrong/).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(await codeFor(site, anna, secret));
    await page.keyboard.press('Enter');

    await page.getByRole('dialog', { name: 'Your recovery codes' }).waitFor();
    await checkAllThemes(t, page, 'recovery codes');
    recoveryCodes = await page.locator('stint-recovery-codes li').allTextContents();
    t.equal(recoveryCodes.length, 10);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save as a file' }).press('Enter'),
    ]);
    t.equal(download.suggestedFilename(), 'stint-recovery-codes.txt');
    await page.getByRole('button', { name: 'I kept them' }).press('Enter');
    await page.getByText(/Recovery codes left: 10/).waitFor();
    await checkAllThemes(t, page, 'on');
    t.equal(await page.getByText(recoveryCodes[0] as string).count(), 0);
  });

  await t.test('asks for a code after the password, and lets in with it only', async (t) => {
    const other = await site.open(anna, { isSignedIn: false });
    await other.goto('/profile/security');
    await givePassword(other, anna);
    await checkAllThemes(t, other, 'code');
    await other.keyboard.type('000000');
    await other.keyboard.press('Enter');
    await other.getByText(/The code is wrong/).waitFor();
    await checkAllThemes(t, other, 'wrong code');
    // Reloaded, half of a log-in is nothing.
    await other.reload();
    await givePassword(other, anna);
    await other.keyboard.type(await codeFor(site, anna, secret));
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: 'Profile', level: 1 }).waitFor();
    await leave(other);
    t.pass();
  });

  await t.test('takes a recovery code, and tells when to begin anew', async (t) => {
    const other = await site.open(anna, { isSignedIn: false });
    await other.goto('/');
    await givePassword(other, anna);
    await site.db('login_challenges').delete();
    await other.keyboard.type('123456');
    await other.keyboard.press('Enter');
    await other.getByRole('alert').filter({ hasText: 'start again' }).waitFor();
    await other.getByRole('button', { name: 'Start again' }).press('Enter');
    await givePassword(other, anna);
    await other.getByRole('button', { name: 'Use a recovery code' }).press('Enter');
    await checkAllThemes(t, other, 'recovery code');
    await other.keyboard.type(recoveryCodes[0] as string);
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    t.equal((await site.db('recovery_codes')).length, 9);
    await leave(other);
  });

  await t.test('is asked for when a session ended under somebody’s hands', async (t) => {
    await page.goto('/');
    const what = page.getByLabel('What you are working on');
    await what.fill('Not to be lost');
    await page.getByText('Nothing was tracked this week.').waitFor();
    await site.db('sessions').delete();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.waitFor();
    await page.getByLabel(`Password of ${anna.email}`).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByLabel('Code', { exact: true }).waitFor();
    await checkAllThemes(t, page, 'renewal');
    await page.keyboard.type(await codeFor(site, anna, secret));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    t.equal(await what.inputValue(), 'Not to be lost');
    await leave(page);
  });

  await t.test('is asked for after a new password by link', async (t) => {
    const admin = await site.person({ role: 'admin' });
    const { invitation_url } = await site.call(admin, 'POST', `/users/${anna.id}/invitation`);
    const other = await site.open();
    await other.goto(invitation_url);
    await other.getByLabel('Your new password').fill(PASSWORD);
    await other.keyboard.press('Enter');
    await other.getByLabel('Code', { exact: true }).fill(await codeFor(site, anna, secret));
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    t.notMatch(other.url(), /token/);
    await leave(other);
  });

  await t.test(
    'gets new recovery codes, and is switched off, with password and code',
    async (t) => {
      const other = await site.open(anna, { locale: 'de-DE' });
      await site.db('users').where({ id: anna.id }).update({ locale: 'de' });
      await other.goto('/profile/security');
      await other.getByRole('button', { name: 'Neue Wiederherstellungscodes' }).press('Enter');
      await other.getByRole('dialog', { name: 'Neue Wiederherstellungscodes' }).waitFor();
      await checkAllThemes(t, other, 'German');
      await other.keyboard.type(PASSWORD);
      await other.keyboard.press('Tab');
      await other.keyboard.type(await codeFor(site, anna, secret));
      await other.keyboard.press('Enter');
      await other.getByRole('button', { name: 'Ich habe sie aufbewahrt' }).press('Enter');
      await other.getByText(/Übrige Wiederherstellungscodes: 10/).waitFor();

      await other.getByRole('button', { name: 'Ausschalten' }).press('Enter');
      await other.keyboard.press('Escape');
      await other.getByRole('dialog').waitFor({ state: 'detached' });
      await other.getByRole('button', { name: 'Ausschalten' }).press('Enter');
      await other.keyboard.type(PASSWORD);
      await other.keyboard.press('Tab');
      await other.keyboard.type(await codeFor(site, anna, secret));
      await other.keyboard.press('Enter');
      await other.getByRole('button', { name: 'Einrichten' }).waitFor();
      t.same(await site.db('two_factors'), []);
      await leave(other);
    },
  );

  await t.test('is reset by an administrator for who lost it', async (t) => {
    const ben = await site.person({ name: 'Ben' });
    await site
      .db('two_factors')
      .insert({ user_id: ben.id, created_at: new Date(), confirmed_at: new Date() });
    const admin = await site.open(await site.person({ name: 'Ada', role: 'admin' }));
    await admin.goto('/admin/users?search=Ben');
    await admin.getByRole('row', { name: /Ben.*Two-factor/ }).waitFor();
    await admin.getByRole('button', { name: 'More about “Ben”' }).click();
    await checkAllThemes(t, admin, 'people');
    await admin.getByRole('menuitem', { name: 'Reset two-factor sign-in' }).click();
    await admin
      .locator('stint-confirm')
      .getByRole('button', { name: 'Reset two-factor sign-in' })
      .click();
    await until(async () => (await site.db('two_factors')).length === 0);
    await admin.getByText('Ben signs in without a second factor.').waitFor();
    t.pass();
  });
});
