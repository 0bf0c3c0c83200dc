/** Reports: numbers that are the server's, questions that are links, and what is taken along. */
import { readFile } from 'node:fs/promises';
import t from 'tap';
import { checkAccessibility, checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('reports', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const client = await site.call(anna, 'POST', '/clients', { name: 'Harbour', currency: 'EUR' });
  const project = await site.call(anna, 'POST', '/projects', {
    name: 'Museum',
    client_id: client.id,
    billable: true,
    hourly_rate: '99.99',
  });
  const tag = await site.call(anna, 'POST', '/tags', { name: 'on site' });
  const entry = (person: typeof anna, day: string, time: string, seconds: number, more = {}) =>
    site.call(person, 'POST', '/time-entries', {
      start_time: `${day}T${time}`,
      duration_seconds: seconds,
      ...more,
    });
  await entry(anna, '2025-01-27', '09:00:00', 5400, {
    project_id: project.id,
    description: 'Audio guide',
    tag_ids: [tag.id],
  });
  await entry(anna, '2025-01-28', '09:00:00', 3605, {
    project_id: project.id,
    description: 'Script',
  });
  await entry(anna, '2025-01-28', '11:00:00', 1800, { description: 'Mail' });
  await entry(ben, '2025-01-29', '10:00:00', 7200, {
    project_id: project.id,
    description: 'Recording',
  });
  const page = await site.open(anna);
  const summary = page.getByRole('region', { name: 'Summary' });
  const total = summary.getByRole('row', { name: /^Total/ });
  const sums = page.locator('stint-reports-page dl.sums');

  await t.test('show the sums of the server, to the second and to the cent', async (t) => {
    await page.goto('/reports?from=2025-01-01&to=2025-01-31');
    await total.waitFor();
    const { total: told } = await site.call(
      anna,
      'GET',
      '/reports/summary?from=2025-01-01&to=2025-01-31',
    );
    t.equal(told.duration_seconds, 18005);
    t.match(await sums.innerText(), /5:00:05/, 'with seconds, since there are some');
    t.match(await sums.innerText(), /4:30:05/);
    const [{ amount }] = told.amounts;
    t.match(await total.innerText(), `€${amount}`);
    t.match(await summary.getByRole('row', { name: /Museum/ }).innerText(), /90%.*4:30:05/s);
    await page.getByRole('img', { name: /Time by day, as a chart/ }).waitFor();
    await checkAllThemes(t, page, 'reports');
  });

  await t.test('are asked about one group by a click, and the address keeps it', async () => {
    await summary.getByRole('button', { name: 'Museum' }).click();
    await page.waitForURL(/project=\d+/);
    await until(async () => /4:30:05/.test(await total.innerText()));
    await summary.getByRole('row', { name: /No project/ }).waitFor({ state: 'detached' });
    await page.reload();
    await until(async () => /4:30:05/.test(await total.innerText()));
    await page.getByRole('button', { name: 'Projects: Museum, Harbour' }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await until(async () => /5:00:05/.test(await total.innerText()));
  });

  await t.test('are grouped by two things, and opened one by one', async (t) => {
    await page.getByLabel('then by').selectOption({ label: 'Person' });
    await summary.getByRole('row', { name: /Ben/ }).waitFor();
    await summary.getByRole('button', { name: 'What is in Museum' }).press('Enter');
    await summary.getByRole('row', { name: /Ben/ }).waitFor({ state: 'detached' });
    await page.getByLabel('Group by').selectOption({ label: 'Tag' });
    await page.getByText(/counts under each of them/).waitFor();
    await page.getByLabel('then by').selectOption({ label: 'nothing else' });
    await page.getByLabel('Group by').selectOption({ label: 'Day' });
    await summary.getByRole('row', { name: /Tue 2025-01-28/ }).waitFor();
    t.match(page.url(), /by=day/);
  });

  await t.test('say as a table what the chart draws, by keyboard too', async (t) => {
    const chart = page.getByRole('region', { name: 'Time by day' });
    await chart.getByRole('button', { name: 'Show as table' }).focus();
    await page.keyboard.press('Enter');
    await chart.getByRole('row', { name: 'Mon 2025-01-27 1:30' }).waitFor();
    await checkAccessibility(t, page, 'chart as a table');
    await chart.getByRole('button', { name: 'Mon 2025-01-27' }).press('Enter');
    await page.waitForURL(/from=2025-01-27&to=2025-01-27/);
    await until(async () => /1:30/.test(await total.innerText()));
    await page.getByRole('button', { name: 'Later' }).press('Enter');
    await until(async () => /1:30:05/.test(await total.innerText()));
    await chart.getByRole('button', { name: 'Show as chart' }).click();
  });

  await t.test('list the entries behind them', async (t) => {
    await page.goto('/reports?from=2025-01-01&to=2025-01-31&search=audio');
    await total.waitFor();
    await page.getByRole('button', { name: 'Entries', exact: true }).click();
    const list = page.getByRole('region', { name: 'Entries' });
    await list
      .getByRole('row', { name: /Audio guide.*Museum · Harbour · on site.*Anna/s })
      .waitFor();
    t.equal(await list.getByRole('row').count(), 2);
    await checkAllThemes(t, page, 'entries');
    await list.getByRole('button', { name: 'Audio guide' }).click();
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await t.test('are taken along as CSV, with the same filters', async (t) => {
    const take = async () => {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download CSV' }).click();
      const download = await waiting;
      return {
        name: download.suggestedFilename(),
        text: await readFile(await download.path(), 'utf8'),
      };
    };
    const entries = await take();
    t.equal(entries.name, 'stint-entries-2025-01-01-2025-01-31.csv');
    t.equal(entries.text.trim().split('\n').length, 2);
    t.match(entries.text, /Audio guide/);
    await page.goto('/reports?from=2025-01-01&to=2025-01-31&by=user');
    await total.waitFor();
    const groups = await take();
    t.equal(groups.name, 'stint-summary-2025-01-01-2025-01-31.csv');
    t.match(groups.text, /Ben,7200,2\.0000/);
  });

  await t.test('are taken along as a workbook, as PDF and as JSON', async (t) => {
    await page.goto('/reports?from=2025-01-01&to=2025-01-31&group_by=project,user');
    await total.waitFor();
    for (const [label, name] of [
      ['Excel (XLSX)', 'stint-summary-2025-01-01-2025-01-31.xlsx'],
      ['PDF with letterhead', 'stint-summary-2025-01-01-2025-01-31.pdf'],
      ['JSON', 'stint-summary-2025-01-01-2025-01-31.json'],
    ] as const) {
      await page.getByRole('button', { name: 'More kinds of files' }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: label }).click();
      t.equal((await waiting).suggestedFilename(), name);
    }
  });

  await t.test('print as a letter: light, without what cannot be clicked on paper', async (t) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    t.equal(await page.getByRole('navigation').count(), 0);
    t.equal(await page.getByRole('button', { name: 'Print' }).count(), 0);
    t.equal(await page.getByRole('search').count(), 0);
    await page.getByText(/January 1.*31, 2025/).waitFor();
    await page.getByText(/^Anna, /).waitFor();
    const background = await page.evaluate(
      () => getComputedStyle(document.documentElement).backgroundColor,
    );
    t.equal(background, 'rgb(255, 255, 255)');
    const heads = await summary.locator('thead').evaluate((head) => getComputedStyle(head).display);
    t.equal(heads, 'table-header-group', 'repeated on every sheet');
    t.ok((await page.pdf({ format: 'A4' })).length > 10_000);
    await page.emulateMedia({ media: null, colorScheme: 'light' });
  });

  await t.test('say so when there is nothing, or nothing that can be read', async (t) => {
    await page.goto('/reports?from=2020-01-01&to=2020-01-31');
    await page.getByText('No time was recorded in these days.').waitFor();
    await page.goto('/reports?from=2020-01-01&to=2020-01-31&search=zzz');
    await page.getByText('Nothing matches these filters in these days.').waitFor();
    await checkAllThemes(t, page, 'nothing');
    await page.goto('/reports?from=2020-02-01&to=2020-01-01');
    await page
      .getByRole('alert')
      .filter({ hasText: /ends on 2020-01-01, before it starts/ })
      .waitFor();
  });

  await t.test('are for members about their own time alone', async (t) => {
    const own = await site.open(ben);
    await own.goto('/reports?from=2025-01-01&to=2025-01-31&by=user');
    await own
      .getByRole('row', { name: /^Total/ })
      .filter({ hasText: '2:00' })
      .waitFor();
    t.equal(await own.getByLabel('Group by').inputValue(), 'project');
    t.equal(await own.getByRole('button', { name: /^People/ }).count(), 0);
  });
});
