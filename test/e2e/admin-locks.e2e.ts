/** Period locks: made by managers, in force at once, changed and lifted. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

t.test('period locks', async (t) => {
  const site = await openSite(t);
  const mona = await site.person({ name: 'Mona', role: 'manager' });
  const ben = await site.person({ name: 'Ben' });
  const page = await site.open(mona);
  await page.goto('/admin/locks');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  const locks = () => site.db('period_locks').orderBy('id');
  const book = () =>
    site.call(ben, 'POST', '/time-entries', {
      start_time: '2024-12-30T09:00:00',
      end_time: '2024-12-30T10:00:00',
    });

  await t.test('are made from an empty list, and say what they do', async (t) => {
    await page.getByText(/cannot be added, changed or deleted/).waitFor();
    await page.getByText('Nothing is locked: time of any day can be changed.').waitFor();
    await checkAllThemes(t, page, 'no locks');
    await page.locator('.empty').getByRole('button', { name: 'Lock a period' }).click();
    await page.getByRole('dialog', { name: 'Lock a period' }).waitFor();
    t.match(await page.getByLabel('Last locked day').inputValue(), /^\d{4}-\d\d-(28|29|30|31)$/);
    await page.getByLabel('Last locked day').fill('2024-12-31');
    await page.getByLabel('Reason').fill('Invoiced');
    await checkAllThemes(t, page, 'new lock');
    await page.getByRole('button', { name: 'Save' }).click();
    await row('Up to').getByText('Invoiced').waitFor();
    await row('Everybody').waitFor();
    t.match(await locks(), [{ starts_on: null, ends_on: '2024-12-31', user_id: null }]);
    await t.rejects(book(), /STINT_ERR_PERIOD_LOCKED/);
  });

  await t.test('are narrowed, and name the field that cannot be', async (t) => {
    await row('Up to')
      .getByRole('button', { name: /^More about/ })
      .click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByLabel('First locked day').fill('2025-01-01');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('#starts_on[aria-invalid="true"]').waitFor();
    await page.getByLabel('First locked day').fill('2024-12-01');
    await page.getByRole('button', { name: 'Whose time', exact: true }).click();
    await page.getByRole('option', { name: 'Mona' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await row('December').getByText('Mona').waitFor();
    t.match(await locks(), [{ starts_on: '2024-12-01', user_id: mona.id, version: 2 }]);
    await checkAllThemes(t, page, 'locks');
    await book();
  });

  await t.test('are lifted after a question', async (t) => {
    await row('December')
      .getByRole('button', { name: /^More about/ })
      .click();
    await page.getByRole('menuitem', { name: 'Unlock' }).click();
    await page.locator('stint-confirm').getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('Nothing is locked: time of any day can be changed.').waitFor();
    t.same(await locks(), []);
  });

  await t.test('are no page for members', async (t) => {
    const theirs = await site.open(ben);
    await theirs.goto('/admin/locks');
    await theirs.getByRole('heading', { level: 1 }).waitFor();
    t.equal(await theirs.getByText('Lock a period').count(), 0);
  });
});
