/** Importing: a file, a look at what would happen, whose time it is, and only then the import. */
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/imports/${name}`, import.meta.url));

t.test('an import', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin', email: 'anna@example.com' });
  const ben = await site.person({ name: 'Ben', email: 'ben@example.com' });
  const page = await site.open(anna);
  await page.goto('/import');
  const preview = page.getByRole('region', { name: 'What would happen' });
  const entries = () => site.db('time_entries');

  await t.test('shows what would happen, and each bad row with its reason', async (t) => {
    await page.getByLabel('File', { exact: true }).setInputFiles(fixture('clockify.csv'));
    await page.getByRole('button', { name: 'See what would happen' }).click();
    await preview.getByText('Clockify', { exact: true }).waitFor();
    await page
      .getByRole('region', { name: /rows? would be left out/ })
      .getByText('25:00:00')
      .waitFor();
    await page.getByText('say below whose time it is').first().waitFor();
    await checkAllThemes(t, page, 'import');
  });

  await t.test('asks whose time it is, and tells anew what would happen', async (t) => {
    await page.getByLabel('Who is ada@old.example?').selectOption('ben@example.com');
    await preview.getByText('Northwind Kites').waitFor();
    t.equal((await entries()).length, 0);
  });

  await t.test('imports when told to', async (t) => {
    await page.getByRole('button', { name: 'Import 2 entries' }).click();
    await page.getByRole('heading', { name: 'Imported' }).waitFor();
    await until(async () => (await entries()).length === 2);
    t.same(new Set((await entries()).map(({ user_id }) => user_id)), new Set([ben.id]));
    await checkAllThemes(t, page, 'imported');
  });

  await t.test('has its counterpart: everything is taken along as an archive', async (t) => {
    for (const [name, file] of [
      ['Download my data', /^stint-me-.*\.ndjson\.gz$/],
      ['Download the whole instance', /^stint-instance-.*\.ndjson\.gz$/],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      t.match((await waiting).suggestedFilename(), file);
    }
  });

  await t.test('says when a file cannot be read', async (t) => {
    await page.getByRole('button', { name: 'Import another file' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'other.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('who,knows\n1,2\n'),
    });
    await page.getByRole('button', { name: 'See what would happen' }).click();
    t.match(await page.getByRole('alert').innerText(), /no known format/);
  });
});
