/** The week as a timesheet: typed like a spreadsheet, saved cell by cell, right on every day. */
import type { Page } from 'playwright-core';
import t from 'tap';
import { checkAccessibility, checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite, type Person, type Site } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

const HOUR = 3600;
const week = '2025-01-27';

async function makeProject(site: Site, name: string, columns: object = {}): Promise<number> {
  const row = { name, color: '#0f845d', ...columns };
  const [{ id }] = await site.db('projects').insert(row).returning('id');
  return id;
}

function span(person: Person, project_id: number, from: string, to: string, more: object = {}) {
  const [start_time, end_time] = [new Date(from), new Date(to)];
  return { user_id: person.id, project_id, start_time, end_time, source: 'manual', ...more };
}

const cell = (page: Page, name: RegExp) => page.getByRole('textbox', { name });
const sums = (page: Page, row: string) =>
  page.getByRole('row', { name: row }).locator('td').allInnerTexts();

t.test('the week', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'manager' });
  const museum = await makeProject(site, 'Museum', { billable: true });
  const harbour = await makeProject(site, 'Harbour');
  const page = await site.open(anna);
  const entries = () => site.db('time_entries').whereNull('deleted_at').orderBy('start_time');
  await page.goto(`/week?from=${week}`);

  await t.test('is empty at first, and says what to do', async (t) => {
    await page.getByText('There is no time in this week yet.').waitFor();
    await page.getByText(/January 27.–.February 2, 2025/).waitFor();
    await checkAccessibility(t, page, 'empty week');
  });

  await t.test('gets a row, into which the keyboard goes on', async (t) => {
    await page.getByRole('button', { name: 'Add a row' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a row' });
    const pickers = page.locator('stint-week-add-row');
    await pickers.getByRole('button', { name: 'Project', exact: true }).press('ArrowDown');
    await page.getByRole('combobox', { name: 'Search: Project' }).fill('mus');
    await page.keyboard.press('Enter');
    await checkAccessibility(t, page, 'add a row');
    await page.getByRole('button', { name: 'Add a row' }).last().press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await cell(page, /^Museum, Monday/).waitFor();
    // The row is kept by this browser until there is time in it.
    await page.reload();
    await cell(page, /^Museum, Monday/).waitFor();
  });

  await t.test('takes hours, as many write them, and moves like a spreadsheet', async (t) => {
    await cell(page, /^Museum, Monday/).focus();
    await page.keyboard.type('8');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('1h30');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('90');
    await page.keyboard.press('Tab');
    // The button to the entries is for the mouse; Alt and an arrow do the same.
    t.equal(await focusedLabel(page), 'Museum, Thursday 2025-01-30');
    await page.keyboard.type('1,5');
    await page.keyboard.press('Escape');
    t.equal(await cell(page, /^Museum, Thursday/).inputValue(), '');
    await until(async () => (await entries()).length === 3);
    t.same(
      (await entries()).map(({ start_time, end_time }) => (end_time - start_time) / 1000 / HOUR),
      [8, 1.5, 1.5],
    );
    t.match(await entries(), [{ project_id: museum, billable: true, source: 'manual' }]);
    t.same(await sums(page, 'Total'), ['8:00', '1:30', '1:30', '–', '–', '–', '–', '11:00']);
    await checkAllThemes(t, page, 'week');
  });

  await t.test('changes what is there, and deletes by zero; both can be undone', async (t) => {
    await cell(page, /^Museum, Tuesday/).fill('2:15');
    await page.keyboard.press('Enter');
    await page.getByText(/^Museum, Tuesday .*: 2:15\.$/).waitFor();
    t.equal((await entries()).length, 3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(valueIs, ['Museum, Tuesday', '1:30']);

    await cell(page, /^Museum, Monday/).fill('0');
    await page.keyboard.press('Enter');
    await page.getByText(/^Museum, Monday .*: 8:00 deleted\.$/).waitFor();
    t.equal((await entries()).length, 2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(valueIs, ['Museum, Monday', '8:00']);
    t.equal((await entries()).length, 3);
  });

  await t.test(
    'shows before the server answers, and never twice what was typed once',
    async (t) => {
      await page.route('**/api/v1/time-entries', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue();
      });
      await cell(page, /^Museum, Friday/).fill('3');
      await cell(page, /^Museum, Friday/).press('ArrowLeft');
      await cell(page, /^Museum, Friday/).fill('4');
      await cell(page, /^Museum, Friday/).press('Enter');
      t.equal((await sums(page, 'Total')).at(4), '4:00', 'the sum counts it at once');
      await page.getByText(/^Museum, Friday .*: 4:00\.$/).waitFor();
      await page.unroute('**/api/v1/time-entries');
      const ofFriday = (await entries()).filter(({ start_time }) => start_time.getUTCDate() === 31);
      t.equal(ofFriday.length, 1);
      t.equal((ofFriday[0].end_time - ofFriday[0].start_time) / 1000, 4 * HOUR);
    },
  );

  await t.test('says in place what it cannot read, and what the server refuses', async (t) => {
    await cell(page, /^Museum, Saturday/).fill('soon');
    await page.keyboard.press('Enter');
    await page.getByText('“soon” is not a duration. Try 8, 1:30 or 1h30.').waitFor();
    t.equal(await cell(page, /^Museum, Saturday/).inputValue(), 'soon');
    await checkAccessibility(t, page, 'refusal');
    await cell(page, /^Museum, Saturday/).fill('30:00');
    await page.keyboard.press('Enter');
    await page.getByText(/“30:00” is longer than a day/).waitFor();
    await cell(page, /^Museum, Saturday/).press('Escape');
    await page.getByText(/longer than a day/).waitFor({ state: 'detached' });
    t.equal(await cell(page, /^Museum, Saturday/).inputValue(), '');

    await site.db('projects').where({ id: museum }).update({ archived_at: new Date() });
    await cell(page, /^Museum, Saturday/).fill('1');
    await page.keyboard.press('Enter');
    await page.getByText(/is archived/).waitFor();
    t.equal(await cell(page, /^Museum, Saturday/).inputValue(), '1', 'what was typed is there');
    t.equal((await sums(page, 'Total')).at(5), '–', 'and does not count');
    await site.db('projects').where({ id: museum }).update({ archived_at: null });
    await cell(page, /^Museum, Saturday/).press('Escape');
  });

  await t.test('keeps the breaks of what gets longer or shorter', async (t) => {
    const [first] = await entries();
    const lunch = { start_time: '2025-01-27T12:00:00', end_time: '2025-01-27T12:30:00' };
    await site.call(anna, 'PATCH', `/time-entries/${first.id}`, { breaks: [lunch] });
    await page.reload();
    await page.waitForFunction(valueIs, ['Museum, Monday', '7:30']);
    await cell(page, /^Museum, Monday/).fill('6');
    await page.keyboard.press('Enter');
    await page.getByText(/^Museum, Monday .*: 6:00\.$/).waitFor();
    const after = await site.db('time_entries').where({ id: first.id }).first();
    t.equal((after.end_time - after.start_time) / 1000, 6.5 * HOUR);
  });

  await t.test('leads to notes and times of each entry, by keyboard', async (t) => {
    await cell(page, /^Museum, Monday/).press('Alt+ArrowDown');
    const dialog = page.getByRole('dialog', { name: /^Museum, Monday/ });
    await dialog.waitFor();
    await page.getByLabel(/^Description of the entry/).fill('Guided tour');
    await page.keyboard.press('Enter');
    await until(async () => (await entries())[0].description === 'Guided tour');
    await checkAllThemes(t, page, 'entries of a cell');
    await page.getByRole('button', { name: 'Another entry' }).click();
    await page.getByRole('dialog', { name: 'New entry' }).waitFor();
    t.equal(await page.getByLabel('Date', { exact: true }).inputValue(), week);
    await page.getByLabel('Start', { exact: true }).fill('17:00');
    await page.getByLabel('Duration', { exact: true }).fill('1h');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog', { name: 'New entry' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: /^Museum, Monday .*: 7:00, 2 entries$/ }).waitFor();
  });

  await t.test('is done again in the next week, rows alone or with their times', async (t) => {
    await page.getByRole('button', { name: 'Next week' }).click();
    await page.getByText('There is no time in this week yet.').waitFor();
    t.equal(new URL(page.url()).search, '?from=2025-02-03');
    await page.getByRole('button', { name: 'Copy last week' }).click();
    await page.getByText(/The week before has 1 row and 14:00 of time/).waitFor();
    await checkAccessibility(t, page, 'copy');
    await page.getByRole('button', { name: 'Rows only' }).click();
    await cell(page, /^Museum, Monday 2025-02-03/).fill('2');
    await page.keyboard.press('Enter');
    await page.getByText(/^Museum, Monday .*: 2:00\.$/).waitFor();

    await page.getByRole('button', { name: 'Copy last week' }).click();
    await page.getByRole('button', { name: 'Rows with times' }).click();
    await page.getByText('3 entries copied.').waitFor();
    await page.waitForFunction(valueIs, ['Museum, Friday', '4:00']);
    t.same((await sums(page, 'Total')).slice(0, 5), ['2:00', '1:30', '1:30', '–', '4:00']);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until(async () => (await sums(page, 'Total')).at(-1) === '2:00');
  });

  await t.test('says on a locked day that it is locked, and why', async (t) => {
    await site.db('period_locks').insert({ ends_on: '2025-01-28', reason: 'Invoiced' });
    await page.goto(`/week?from=${week}`);
    await page.getByRole('button', { name: /^Museum, Monday/ }).waitFor();
    const locked = cell(page, /^Museum, Tuesday/);
    await until(async () => (await locked.getAttribute('readonly')) !== null);
    t.equal(await locked.getAttribute('aria-description'), 'This period is locked: Invoiced');
    t.equal(await cell(page, /^Museum, Wednesday/).getAttribute('readonly'), null);
    await checkAccessibility(t, page, 'locked');
  });

  await t.test('lets a manager write the time of others on their projects', async (t) => {
    const ben = await site.person({ name: 'Ben' });
    const members = [anna, ben].map(({ id }) => ({ user_id: id, project_id: harbour }));
    await site.db('project_members').insert(members);
    await site
      .db('time_entries')
      .insert(span(ben, harbour, '2025-02-05T09:00:00+01:00', '2025-02-05T10:00:00+01:00'));
    await page.goto('/week?from=2025-02-03');
    await page.getByRole('button', { name: 'Person: Anna' }).press('ArrowDown');
    await page.getByRole('combobox', { name: 'Search: Person' }).fill('ben');
    await page.keyboard.press('Enter');
    await page.waitForFunction(valueIs, ['Harbour, Wednesday', '1:00']);
    t.match(page.url(), `user=${ben.id}`);
    await cell(page, /^Harbour, Thursday/).fill('2');
    await page.keyboard.press('Enter');
    await page.getByText(/^Harbour, Thursday .*: 2:00\.$/).waitFor();
    const made = await site.db('time_entries').orderBy('id', 'desc').first();
    t.match(made, { user_id: ben.id, project_id: harbour });
  });
});

t.test('weeks in which the clocks change have the hours that were worked', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const project = await makeProject(site, 'Night shift');
  await site.db('time_entries').insert([
    // Two hours by the wall, one by the sun; and three that look like two.
    span(anna, project, '2025-03-30T01:30:00+01:00', '2025-03-30T03:30:00+02:00'),
    span(anna, project, '2025-10-26T01:00:00+02:00', '2025-10-26T03:00:00+01:00'),
  ]);
  const page = await site.open(anna);
  await page.goto('/week?from=2025-03-24');
  await page.waitForFunction(valueIs, ['Night shift, Sunday', '1:00']);
  await cell(page, /^Night shift, Sunday/).fill('2');
  await page.keyboard.press('Enter');
  await page.getByText(/Sunday .*: 2:00\.$/).waitFor();
  const [spring] = await site.db('time_entries').orderBy('start_time');
  t.equal(spring.end_time.toISOString(), '2025-03-30T02:30:00.000Z');
  await cell(page, /^Night shift, Saturday/).fill('1');
  await page.keyboard.press('Enter');
  await page.getByText(/Saturday .*: 1:00\.$/).waitFor();
  t.same((await sums(page, 'Total')).slice(5), ['1:00', '2:00', '3:00']);

  await page.goto('/week?from=2025-10-20');
  await page.waitForFunction(valueIs, ['Night shift, Sunday', '3:00']);
  await page.getByRole('button', { name: 'Next week' }).click();
  await page.getByText(/October 27.–.November 2, 2025/).waitFor();
  await page.getByRole('button', { name: 'Copy last week' }).click();
  await page.getByRole('button', { name: 'Rows with times' }).click();
  // The same times of day are two hours again, in a night of the usual length.
  await page.waitForFunction(valueIs, ['Night shift, Sunday', '2:00']);
  t.pass();
});

t.test('what runs counts in its cell, and is left to the timer', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', week_start: 7 });
  const project_id = await makeProject(site, 'Museum');
  const start_time = new Date(Date.now() - 140_000).toISOString();
  await site.call(anna, 'POST', '/timer/start', { project_id, start_time });
  const page = await site.open(anna, { width: 360, height: 780 });
  await page.goto('/week');
  const running = page.getByRole('button', { name: /^Museum, .*, Running$/ });
  await running.waitFor();
  t.equal(await page.getByRole('columnheader').count(), 3, 'one day at a time');
  await until(async () => /0:0[3-9]/.test(await running.innerText()), 90_000);
  await checkAllThemes(t, page, 'running');
  const days = page.getByRole('group', { name: 'Day' }).getByRole('button');
  t.match(await days.first().innerText(), /^Sun/, 'the week starts as the person set it');
  t.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    'nothing is wider than the screen',
  );
  await running.click();
  await page.getByRole('dialog', { name: /^Museum/ }).waitFor();
  await page.getByRole('button', { name: /^Edit “/ }).waitFor();
  t.equal(await page.getByRole('button', { name: /^Delete “/ }).count(), 0);
});

/** What has the focus, through every shadow tree. */
function focusedLabel(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.getAttribute('aria-label');
  });
}

/** Whether the cell whose name begins so has that value; runs in the page. */
function valueIs([name, value]: string[]): boolean {
  const all = (root: ParentNode): HTMLInputElement[] =>
    Array.from(root.querySelectorAll('*')).flatMap((element) => [
      ...(element instanceof HTMLInputElement ? [element] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  return all(document).some(
    (field) => field.value === value && field.ariaLabel?.startsWith(name as string),
  );
}
