/** Projects: found, made, changed, archived; and each role is offered what it may do. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

t.test('projects', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const [harbour] = await site.db('clients').insert({ name: 'Harbour' }).returning('id');
  const make = async (name: string, columns: object = {}) => {
    const [{ id }] = await site
      .db('projects')
      .insert({ name, color: '#0f845d', ...columns })
      .returning('id');
    return id as number;
  };
  const museum = await make('Museum', {
    client_id: harbour.id,
    hourly_rate: '85.00',
    estimate_seconds: 36_000,
  });
  await make('Garden');
  await make('Old barn', { archived_at: new Date() });
  await site.db('time_entries').insert({
    user_id: ben.id,
    project_id: museum,
    description: 'Script',
    start_time: new Date(Date.now() - 86_400_000),
    end_time: new Date(Date.now() - 86_400_000 + 9_000_000),
    source: 'manual',
  });
  const page = await site.open(anna);
  await page.goto('/projects');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });

  await t.test('stand in a list with client, hours, estimate and rate', async (t) => {
    await row('Museum').getByText('2:30').waitFor();
    await row('Museum').getByText('25% of 10:00').waitFor();
    await row('Museum').getByText('€85.00').waitFor();
    await row('Museum').getByRole('link', { name: 'Harbour' }).waitFor();
    t.equal(await row('Old barn').count(), 0);
    await checkAllThemes(t, page, 'projects');
  });

  await t.test('are filtered, and the filters are the address', async (t) => {
    await page.getByLabel('Search projects').fill('gard');
    await row('Museum').waitFor({ state: 'detached' });
    t.match(page.url(), /\?search=gard$/);
    await page.getByLabel('Client').selectOption('Harbour');
    await page.getByText('No project matches these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await row('Garden').waitFor();
    await page.getByLabel('Which projects').selectOption('All');
    await row('Old barn').getByText('Archived').waitFor();
    await page.reload();
    await row('Old barn').waitFor();
    await page.goto('/projects');
  });

  await t.test('are made in a dialog, which says what is wrong', async (t) => {
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByRole('dialog', { name: 'New project' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Museum');
    await page.getByRole('button', { name: /^Client/ }).click();
    await page.getByRole('listbox', { name: 'Client' }).getByText('Harbour').click();
    await page.getByLabel('Hourly rate (EUR)').fill('a lot');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This is not an amount.').waitFor();
    await checkAllThemes(t, page, 'new project');
    await page.getByLabel('Hourly rate (EUR)').fill('90,5');
    await page.getByLabel('Estimate').fill('40h');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Another record already has this name/).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Lighthouse');
    await page.getByRole('radio', { name: 'Teal' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    t.match(await site.db('projects').where({ name: 'Lighthouse' }).first(), {
      client_id: harbour.id,
      color: '#0f808b',
      hourly_rate: '90.50',
      estimate_seconds: 144_000,
    });
    await page.goto('/projects');
  });

  await t.test('are changed by keyboard alone, and only in what was changed', async (t) => {
    const before = await site.db('projects').where({ id: museum }).first();
    const menu = row('Museum').getByRole('button', { name: 'More about “Museum”' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Edit project' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('City museum');
    await page.keyboard.press('Enter');
    await row('City museum').waitFor();
    const after = await site.db('projects').where({ id: museum }).first();
    t.same(
      Object.keys(after).filter((key) => String(before[key]) !== String(after[key])),
      ['name', 'version', 'updated_at'],
    );
  });

  await t.test('with time are archived and brought back, and not deleted', async (t) => {
    await row('City museum').getByRole('button', { name: /^More/ }).click();
    await page
      .getByRole('menuitem', { name: /Delete/ })
      .getByText('It has time on it')
      .waitFor();
    await page.getByRole('menuitem', { name: 'Archive', exact: true }).click();
    await row('City museum').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row('City museum').waitFor();
    t.match(await site.db('projects').where({ id: museum }).first(), { archived_at: null });
  });

  await t.test('without time are deleted, when somebody says yes', async (t) => {
    await row('Garden').getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog', { name: 'Delete “Garden”?' }).waitFor();
    await page.locator('stint-confirm').getByRole('button', { name: 'Delete' }).click();
    await row('Garden').waitFor({ state: 'detached' });
    t.notOk(await site.db('projects').where({ name: 'Garden' }).first());
  });

  await t.test('let a timer be started', async () => {
    await row('City museum').getByRole('button', { name: 'Start a timer' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Project: City museum' }).waitFor();
  });

  await t.test('come page by page', async (t) => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      name: `Part ${String(n).padStart(2, '0')}`,
      color: '#0f845d',
    }));
    await site.db('projects').insert(many);
    await page.goto('/projects');
    await row('Part 10').waitFor();
    t.equal(await row('Part 59').count(), 0);
    await page.getByRole('button', { name: 'Show more' }).click();
    await row('Part 59').waitFor();
    t.equal(await page.getByRole('button', { name: 'Show more' }).count(), 0);
  });

  await t.test(
    'are for members to look at: their own hours, no rates, nothing to change',
    async (t) => {
      const theirs = await site.open(ben);
      await theirs.goto('/projects');
      await theirs.getByRole('columnheader', { name: 'Your hours' }).waitFor();
      await theirs.getByRole('row').filter({ hasText: 'City museum' }).getByText('2:30').waitFor();
      t.equal(await theirs.getByRole('columnheader', { name: 'Hourly rate' }).count(), 0);
      t.equal(await theirs.getByRole('button', { name: 'New project' }).count(), 0);
      t.equal(await theirs.getByRole('button', { name: /^More about/ }).count(), 0);
      await checkAllThemes(t, theirs, 'projects of a member');
    },
  );
});
