/** What is wrong with the installation and what to do about it, and what other services sent to everybody. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { fixturePlugins } from '../fixtures/plugin-app.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('health and deliveries', async (t) => {
  const site = await openSite(t, { PLUGINS: `${fixturePlugins}/mill` });
  const { db } = site;
  const admin = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const page = await site.open(admin);
  await page.goto('/admin/health');

  await t.test('says that all is well, and what is installed', async (t) => {
    await page.getByText('Everything works.').waitFor();
    await page.getByText('PostgreSQL', { exact: true }).waitFor();
    await checkAllThemes(t, page, 'all is well');
  });

  const receiver_id = 'receiver-of-ben-0000001';
  await t.test('says what is wrong, what to do, and leads there', async (t) => {
    const [connection] = await db('integrations')
      .insert({ user_id: ben.id, provider: 'mill', health: 'reconnect' })
      .returning('id');
    await db('inbound_receivers').insert({
      id: receiver_id,
      plugin_id: 'mill',
      integration_id: connection.id,
      name: 'grain',
    });
    const delivery = { receiver_id, headers: '{}', body: JSON.stringify({ grain: 'rye' }) };
    await db('inbound_deliveries').insert([
      { ...delivery, delivery_id: 'sack-1', outcome: 'failed', detail: 'The mill stands still' },
      { ...delivery, delivery_id: 'sack-2', outcome: 'skipped', detail: 'Not for us' },
    ]);
    const failure = { plugin_id: 'mill', task: 'grind', payload: '{}', attempts: 5 };
    await db('job_failures').insert({ ...failure, last_error: 'No wind' });
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('One connection to Mill does not work.').waitFor();
    await page.getByText('One job of Mill failed for good.').waitFor();
    await page.getByText('Read why, mend the cause, and have them handled again.').waitFor();
    t.equal(await page.getByText('Everything works.').count(), 0);
    await checkAllThemes(t, page, 'problems');
    await page.getByRole('link', { name: 'See the failed jobs' }).click();
    await page.getByText('No wind').waitFor();
    await page.goBack();
  });

  await t.test(
    'leads to the deliveries that failed, which are read and handled again',
    async (t) => {
      await page.getByRole('link', { name: 'See the deliveries' }).click();
      await page.getByRole('heading', { name: 'Deliveries', level: 1 }).waitFor();
      const row = page.getByRole('row').filter({ hasText: 'The mill stands still' });
      await row.getByText('Ben').waitFor();
      t.equal(await page.getByText('Not for us').count(), 0, 'only those that failed');
      await checkAllThemes(t, page, 'deliveries');
      await row.getByRole('button', { name: /^Today, / }).click();
      await page.getByText('"grain": "rye"').waitFor();
      await page.getByRole('button', { name: 'Handle again' }).click();
      await page.getByText('It is handled again.').waitFor();
      const delivery = () => db('inbound_deliveries').where({ delivery_id: 'sack-1' }).first();
      await until(async () => !['failed', 'pending'].includes((await delivery()).outcome), 20_000);
    },
  );

  await t.test('shows all of them when asked', async () => {
    await page.getByLabel('Outcome', { exact: true }).selectOption('All outcomes');
    await page.getByText('Not for us').waitFor();
  });

  await t.test('says the same in German', async (t) => {
    await site.call(admin, 'PATCH', '/me', { locale: 'de' });
    await page.goto('/admin/health');
    await page.getByText('Ein Auftrag von Mill ist endgültig gescheitert.').waitFor();
    await checkAllThemes(t, page, 'in German');
  });

  await t.test('are for administrators alone', async () => {
    const theirs = await site.open(ben);
    await theirs.goto('/admin/health');
    await theirs.getByRole('heading', { name: 'Nothing here' }).waitFor();
  });
});
