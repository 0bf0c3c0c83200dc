/** Accounts: invited by a link, given a role, shown out and let in again. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite, PASSWORD } from '../fixtures/site.ts';

t.test('accounts', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  await site.person({ name: 'Carl', active: false });
  const page = await site.open(anna);
  await page.goto('/admin/users');
  await page.getByRole('row', { name: /Anna/ }).waitFor();
  const named = (name: string) => site.db('users').where({ name }).first();

  await t.test('are made by a link, which is shown once and works once', async (t) => {
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Ben');
    await page.getByLabel('Email', { exact: true }).fill(anna.email);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Email', { exact: true }).fill('ben@example.com');
    await page.getByLabel('Role').selectOption('manager');
    await checkAllThemes(t, page, 'invite');
    await page.getByRole('button', { name: 'Save' }).click();
    const url = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    await checkAllThemes(t, page, 'link');
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.getByRole('row', { name: /Ben ben@example.com Manager/ }).waitFor();
    const ben = await site.open();
    await ben.goto(url);
    await ben.getByLabel('Your new password').fill(PASSWORD);
    await ben.keyboard.press('Enter');
    await ben.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    t.match(await named('Ben'), { role: 'manager', email: 'ben@example.com' });
  });

  await t.test('are found by a part of their name, and shown when they are inactive', async (t) => {
    t.equal(await page.getByRole('row', { name: /Carl/ }).count(), 0);
    await page.getByLabel('Show deactivated accounts').check();
    await page.getByRole('row', { name: /Carl.*Deactivated/ }).waitFor();
    await checkAllThemes(t, page, 'people');
    await page.getByLabel('Search by name or email').fill('car');
    await page.getByRole('row', { name: /Anna/ }).waitFor({ state: 'detached' });
    await page.getByLabel('Search by name or email').fill('');
    await page.getByRole('row', { name: /Anna/ }).waitFor();
    t.pass();
  });

  await t.test('change their role, but the last administrator stays one', async (t) => {
    await page.getByRole('button', { name: 'More about “Anna”' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByLabel('Role').selectOption('member');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/is the last administrator/).waitFor();
    page.once('dialog', (question) => question.accept());
    await page.getByRole('button', { name: 'Cancel' }).click();
    t.match(await named('Anna'), { role: 'admin' });
  });

  await t.test('are deactivated after a question, which ends their sessions', async (t) => {
    await page.getByRole('button', { name: 'More about “Ben”' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByRole('row', { name: /Ben.*Deactivated/ }).waitFor();
    t.match(await named('Ben'), { active: false });
    await page.getByRole('button', { name: 'More about “Ben”' }).click();
    await page.getByRole('menuitem', { name: 'Activate' }).click();
    await page.getByRole('row', { name: /Ben.*Active/ }).waitFor();
  });

  await t.test('get a new link for a forgotten password', async (t) => {
    await page.getByRole('button', { name: 'More about “Ben”' }).click();
    await page.getByRole('menuitem', { name: 'Make a link to choose a password' }).click();
    await page.getByRole('button', { name: 'Make link' }).click();
    t.match(await page.getByRole('textbox', { name: 'Link' }).inputValue(), /invitation\?token=/);
    await page.getByRole('button', { name: 'I have it' }).click();
  });
});

t.test('nobody but an administrator finds them', async (t) => {
  const site = await openSite(t);
  const page = await site.open(await site.person({ role: 'manager' }));
  await page.goto('/admin/users');
  await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
  t.equal(await page.getByRole('link', { name: 'Audit log' }).count(), 0);
});
