/** Tags: added by everybody, renamed and deleted by managers, who are told where each is used. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

t.test('tags', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const page = await site.open(anna);
  await page.goto('/tags');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });

  await t.test('are made from an empty list', async (t) => {
    await page.getByText('There are no tags yet.').waitFor();
    await checkAllThemes(t, page, 'no tags');
    await page.locator('.empty').getByRole('button', { name: 'New tag' }).click();
    await page.getByRole('dialog', { name: 'New tag' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('travel');
    await page.getByRole('radio', { name: 'Violet' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await row('travel').waitFor();
    t.match(await site.db('tags').first(), { name: 'travel', color: '#825bdc' });
  });

  await t.test('say where they are used', async (t) => {
    const { id } = await site.db('tags').first();
    await site.call(anna, 'POST', '/time-entries', { tag_ids: [id], duration_seconds: 5400 });
    await row('travel').getByText('1:30').waitFor();
    await checkAllThemes(t, page, 'tags');
  });

  await t.test('are renamed by managers', async (t) => {
    await row('travel').getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByRole('dialog', { name: 'Edit tag' }).waitFor();
    await checkAllThemes(t, page, 'tag');
    await page.getByLabel('Name', { exact: true }).fill('on the road');
    await page.getByRole('button', { name: 'Save' }).click();
    await row('on the road').waitFor();
  });

  await t.test('are added by members, who change none', async (t) => {
    const theirs = await site.open(ben);
    await theirs.goto('/tags');
    await theirs.getByRole('button', { name: 'New tag' }).click();
    await theirs.getByLabel('Name', { exact: true }).fill('urgent');
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('row').filter({ hasText: 'urgent' }).waitFor();
    t.equal(await theirs.getByRole('button', { name: /^More about/ }).count(), 0);
    await row('urgent').waitFor();
  });

  await t.test('are deleted after a question that says what it costs', async (t) => {
    await row('on the road').getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('One entry that you may see has it, and loses it.').waitFor();
    await page.locator('stint-confirm').getByRole('button', { name: 'Delete' }).click();
    await row('on the road').waitFor({ state: 'detached' });
    t.same((await site.db('time_entries').first()).tag_ids, []);
  });
});
