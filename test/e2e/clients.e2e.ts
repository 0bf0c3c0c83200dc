/** Clients: found, made, archived; one of them with its projects and what they came to. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';

t.test('clients', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const [harbour] = await site
    .db('clients')
    .insert([
      { name: 'Harbour', email: 'office@harbour.example', hourly_rate: '90.00' },
      { name: 'Bakery' },
    ])
    .returning('id');
  const project = await site.call(anna, 'POST', '/projects', {
    name: 'Museum',
    client_id: harbour.id,
  });
  await site.call(anna, 'POST', '/time-entries', {
    project_id: project.id,
    description: 'Script',
    duration_seconds: 9000,
  });
  const page = await site.open(anna);
  await page.goto('/clients');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });

  await t.test('stand in a list with contact, projects, hours and worth', async (t) => {
    await row('Harbour').getByText('office@harbour.example').waitFor();
    await row('Harbour').getByText('2:30').waitFor();
    await row('Harbour').getByText('€225.00').waitFor();
    await row('Bakery').waitFor();
    await checkAllThemes(t, page, 'clients');
  });

  await t.test('are made in a dialog', async (t) => {
    await page.getByRole('button', { name: 'New client' }).click();
    await page.getByRole('dialog', { name: 'New client' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('harbour');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Another record already has this name/).waitFor();
    await checkAllThemes(t, page, 'new client');
    await page.getByLabel('Name', { exact: true }).fill('Theatre');
    await page.getByLabel('Currency').fill('chf');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Theatre', level: 1 }).waitFor();
    t.match(await site.db('clients').where({ name: 'Theatre' }).first(), { currency: 'CHF' });
    await page.getByRole('link', { name: 'All clients' }).click();
  });

  await t.test('are archived with a way back, and stay while projects are theirs', async (t) => {
    await row('Harbour').getByRole('button', { name: /^More/ }).click();
    await page
      .getByRole('menuitem', { name: /^Delete/ })
      .getByText('It has projects.')
      .waitFor();
    await page.getByRole('menuitem', { name: 'Archive', exact: true }).click();
    await row('Harbour').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row('Harbour').waitFor();
    await row('Bakery').getByRole('button', { name: /^More/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.locator('stint-confirm').getByRole('button', { name: 'Delete' }).click();
    await row('Bakery').waitFor({ state: 'detached' });
    t.notOk(await site.db('clients').where({ name: 'Bakery' }).first());
  });

  await t.test('have a page each, with their projects', async (t) => {
    await row('Harbour').getByRole('link', { name: 'Harbour' }).click();
    await page.getByRole('heading', { name: 'Harbour', level: 1 }).waitFor();
    await row('Museum').getByText('2:30').first().waitFor();
    await row('Script').getByText('Museum · Anna').waitFor();
    await checkAllThemes(t, page, 'client');
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByRole('button', { name: 'Client: Harbour' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Quay');
    await page.getByRole('button', { name: 'Save' }).click();
    await row('Quay').waitFor();
    t.match(await site.db('projects').where({ name: 'Quay' }).first(), { client_id: harbour.id });
  });

  await t.test('are for members to look at', async (t) => {
    const theirs = await site.open(ben);
    await theirs.goto('/clients');
    await theirs.getByRole('row').filter({ hasText: 'Harbour' }).getByText('0:00').waitFor();
    t.equal(await theirs.getByRole('button', { name: 'New client' }).count(), 0);
    t.equal(await theirs.getByRole('columnheader', { name: 'Worth' }).count(), 0);
    await theirs.goto(`/clients/${harbour.id}`);
    await theirs.getByRole('heading', { name: 'Harbour', level: 1 }).waitFor();
    t.equal(await theirs.getByRole('button', { name: 'Edit' }).count(), 0);
  });
});
