/** The trail, as an administrator reads it. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

t.test('the audit log', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben', role: 'manager' });
  const project = await site.call(ben, 'POST', '/projects', { name: 'Museum' });
  await site.call(ben, 'PATCH', `/projects/${project.id}`, { name: 'Harbour museum' });
  await site.call(anna, 'POST', '/clients', { name: 'Harbour' });
  const page = await site.open(anna);
  await page.goto('/admin/audit');

  await t.test('says who did what, and what it was before', async (t) => {
    const row = page.getByRole('row', { name: /Ben.*Project changed/ });
    await row.getByText(/Changed: name/).click();
    await row.locator('del', { hasText: 'Museum' }).waitFor();
    await row.locator('ins', { hasText: 'Harbour museum' }).waitFor();
    await page.getByRole('row', { name: /Anna.*Client created/ }).waitFor();
    await checkAllThemes(t, page, 'audit log');
  });

  await t.test('is narrowed by person and kind, in the address', async (t) => {
    await page.getByLabel('About', { exact: true }).selectOption('client');
    await page
      .getByRole('row', { name: /Project/ })
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Client created/ }).waitFor();
    t.match(page.url(), /kind=client/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: /^Who/ }).click();
    await page.getByRole('option', { name: 'Ben' }).click();
    await page.getByRole('row', { name: /Client/ }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('row', { name: /Ben.*Project created/ }).waitFor();
    t.equal(await page.getByRole('row', { name: /Client/ }).count(), 0);
  });

  await t.test('follows one thing, and says when there is nothing', async (t) => {
    await page
      .getByRole('button', { name: `#${project.id}` })
      .first()
      .click();
    await page.getByRole('row', { name: /Project created/ }).waitFor();
    t.match(page.url(), new RegExp(`id=${project.id}`));
    await page.getByLabel('To', { exact: true }).fill('2001-01-01');
    await page.getByText('Nothing was found.').waitFor();
  });
});
