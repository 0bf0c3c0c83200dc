/** The calendar: what is drawn, dragged, pulled and typed, in the person's own zone and through its nights. */
import type { Locator, Page } from 'playwright-core';
import t from 'tap';
import { checkAccessibility, checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite, type Person, type Site } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

async function makeProject(site: Site, name: string): Promise<number> {
  const [{ id }] = await site.db('projects').insert({ name, color: '#0f845d' }).returning('id');
  return id;
}

function entry(person: Person, description: string, from: string, to: string, more: object = {}) {
  const [start_time, end_time] = [new Date(from), new Date(to)];
  return { user_id: person.id, description, start_time, end_time, source: 'manual', ...more };
}

const block = (page: Page, text: string) => page.locator('.block').filter({ hasText: text });

/** Where it is, once it is there: what has been moved is drawn anew. */
async function boxOf(locator: Locator) {
  let box: Awaited<ReturnType<Locator['boundingBox']>> = null;
  await until(async () => {
    box = await locator.first().boundingBox();
    return box;
  });
  return box as unknown as { x: number; y: number; width: number; height: number };
}

/** Drags as a hand does: down, on in steps, up. */
async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 5 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 5 });
  await page.mouse.up();
}

t.test('the calendar', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const project_id = await makeProject(site, 'Museum');
  await site
    .db('time_entries')
    .insert([
      entry(anna, 'Tour', '2025-01-28T10:00:00+01:00', '2025-01-28T12:00:20+01:00', { project_id }),
      entry(anna, 'Phone', '2025-01-29T13:00:00+01:00', '2025-01-29T14:00:00+01:00'),
      entry(anna, 'Mail', '2025-01-29T13:30:00+01:00', '2025-01-29T14:30:00+01:00'),
      entry(anna, 'Night', '2025-01-30T22:00:00+01:00', '2025-01-31T02:00:00+01:00'),
    ]);
  const one = (description: string) => site.db('time_entries').where({ description }).first();
  const { id } = await one('Tour');
  const lunch = { start_time: '2025-01-28T11:00:00', end_time: '2025-01-28T11:30:00' };
  await site.call(anna, 'PATCH', `/time-entries/${id}`, { breaks: [lunch] });
  const page = await site.open(anna);
  await page.goto('/calendar?date=2025-01-28');
  await block(page, 'Tour').waitFor();
  /** Height of a quarter of an hour, and width of a day. */
  const tour = await boxOf(block(page, 'Tour'));
  const quarter = (await boxOf(block(page, 'Phone'))).height / 4;
  const dayWidth =
    (await boxOf(page.locator('.day-name').nth(1))).x -
    (await boxOf(page.locator('.day-name').nth(0))).x;

  await t.test(
    'draws entries with their times, breaks and overlaps, nights on both days',
    async (t) => {
      t.match(await block(page, 'Tour').innerText(), /Tour\s+Museum\s+10:00 – 12:00 \(1:30\)/);
      const pause = await boxOf(block(page, 'Tour').locator('.break'));
      t.ok(Math.abs(pause.y - tour.y - tour.height / 2) < 4, 'the break is in its middle');
      t.ok(Math.abs(pause.height - tour.height / 4) < 4, 'and a quarter of it');
      const [phone, mail] = [await boxOf(block(page, 'Phone')), await boxOf(block(page, 'Mail'))];
      t.ok(phone.x + phone.width <= mail.x + 1, 'what overlaps lies side by side');
      t.equal(await block(page, 'Night').count(), 2);
      await checkAllThemes(t, page, 'week');
    },
  );

  await t.test('moves what is dragged, with its breaks, and takes it back', async (t) => {
    const box = await boxOf(block(page, 'Tour'));
    const middle = { x: box.x + box.width / 2, y: box.y + 6 };
    await drag(page, middle, { x: dayWidth, y: quarter * 4 });
    await page.getByText(/^“Tour”: .*January 29.*, 11:00 – 13:00\.$/).waitFor();
    const moved = await one('Tour');
    t.equal(moved.start_time.toISOString(), '2025-01-29T10:00:00.000Z');
    t.equal(moved.end_time.toISOString(), '2025-01-29T12:00:20.000Z', 'seconds stay');
    const { breaks } = await site.call(anna, 'GET', `/time-entries/${id}`);
    t.match(breaks, [{ start_time: '2025-01-29T12:00:00+01:00' }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(
      async () => (await one('Tour')).start_time.toISOString() === '2025-01-28T09:00:00.000Z',
    );
    await until(async () => Math.abs((await boxOf(block(page, 'Tour'))).x - tour.x) < 3);
  });

  await t.test('makes longer what is pulled, and leaves the other end', async (t) => {
    const box = await boxOf(block(page, 'Phone'));
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await drag(
      page,
      { x: box.x + box.width / 2, y: box.y + box.height - 2 },
      { x: 0, y: quarter * 2 },
    );
    await page.getByText(/^“Phone”: .*, 13:00 – 14:30\.$/).waitFor();
    t.equal((await one('Phone')).end_time.toISOString(), '2025-01-29T13:30:00.000Z');
    t.equal((await one('Phone')).start_time.toISOString(), '2025-01-29T12:00:00.000Z');
  });

  await t.test('puts back what the server refuses', async (t) => {
    await site.db('period_locks').insert({ ends_on: '2025-01-27', reason: 'Invoiced' });
    const box = await boxOf(block(page, 'Tour'));
    await drag(page, { x: box.x + box.width / 2, y: box.y + 6 }, { x: -dayWidth, y: 0 });
    await page.getByText(/is locked/).waitFor();
    t.ok(Math.abs((await boxOf(block(page, 'Tour'))).x - tour.x) < 3);
    t.equal((await one('Tour')).start_time.toISOString(), '2025-01-28T09:00:00.000Z');
  });

  await t.test('takes a span that is drawn over free hours', async (t) => {
    const phone = await boxOf(block(page, 'Phone'));
    const at = { x: phone.x + 20 - dayWidth, y: phone.y + 3 };
    await drag(page, at, { x: 0, y: quarter * 5 });
    await page.getByRole('dialog', { name: 'New entry' }).waitFor();
    t.equal(await page.getByLabel('Date', { exact: true }).inputValue(), '2025-01-28');
    t.equal(await page.getByLabel('Start', { exact: true }).inputValue(), '13:00');
    t.equal(await page.getByLabel('End', { exact: true }).inputValue(), '14:30');
    await page.getByLabel('Description').fill('Drawn');
    await page.keyboard.press('Enter');
    await block(page, 'Drawn').waitFor();
    t.match(await one('Drawn'), { user_id: anna.id });
  });

  await t.test('does all of that by keyboard as well', async (t) => {
    await block(page, 'Drawn').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor();
    await page.getByLabel('Start', { exact: true }).fill('15:00');
    await page.getByLabel('Start', { exact: true }).press('Tab');
    await page.getByLabel('End', { exact: true }).fill('16:00');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor({ state: 'detached' });
    await until(
      async () => (await one('Drawn')).start_time.toISOString() === '2025-01-28T14:00:00.000Z',
    );
    await page.getByRole('button', { name: 'Add an entry' }).press('Enter');
    await page.getByRole('dialog', { name: 'New entry' }).waitFor();
    t.equal(await page.getByLabel('Date', { exact: true }).inputValue(), '2025-01-28');
    await page.keyboard.press('Escape');
  });

  await t.test('shows a day, a week or a month, and goes through them', async (t) => {
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    await page.getByText('January 2025').waitFor();
    await page.locator('.line').filter({ hasText: 'Tour' }).waitFor();
    await checkAccessibility(t, page, 'month');
    await page.getByRole('button', { name: 'Next month' }).click();
    await page.getByText('February 2025').waitFor();
    await page.getByRole('button', { name: 'Previous month' }).click();
    await page.getByText('January 2025').waitFor();
    await page.goto('/calendar?date=2025-01-31&view=day');
    await block(page, 'Night').waitFor();
    t.equal(await block(page, 'Tour').count(), 0);
    await page.getByText(/January 31, 2025/).waitFor();
  });
});

t.test(
  'on a phone it is a day, and lists of weeks and months, as the person writes times',
  async (t) => {
    const site = await openSite(t);
    const anna = await site.person({
      name: 'Anna',
      time_format: '12h',
      time_zone: 'America/New_York',
    });
    await site
      .db('time_entries')
      .insert(entry(anna, 'Tour', '2025-01-28T14:00:00Z', '2025-01-28T20:30:00Z'));
    const page = await site.open(anna, { width: 360, height: 780 });
    await page.goto('/calendar?date=2025-01-28');
    await block(page, 'Tour').waitFor();
    t.match(await block(page, 'Tour').innerText(), /9:00 AM – 3:30 PM \(6:30\)/);
    await checkAllThemes(t, page, 'day');
    for (const view of ['Week', 'Month']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await page.locator('.line').filter({ hasText: 'Tour' }).waitFor();
      await checkAccessibility(t, page, `list of a ${view}`);
    }
    t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.locator('.line').filter({ hasText: 'Tour' }).click();
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor();
  },
);

t.test('nights in which the clocks change keep the time that was worked', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  await site.db('time_entries').insert([
    entry(anna, 'Spring', '2025-03-30T01:30:00+01:00', '2025-03-30T03:30:00+02:00'),
    // Ends, by the wall clock, before it starts.
    entry(anna, 'Autumn', '2025-10-26T02:45:00+02:00', '2025-10-26T02:15:00+01:00'),
  ]);
  const one = (description: string) => site.db('time_entries').where({ description }).first();
  const page = await site.open(anna);
  await page.goto('/calendar?date=2025-03-30');
  await block(page, 'Spring').waitFor();
  t.match(await block(page, 'Spring').innerText(), /01:30 – 03:30 \(1:00\)/);
  const box = await boxOf(block(page, 'Spring'));
  const hour = box.height / 2;
  // One hour later it begins in the hour that there is not, which the clocks show as the next.
  await drag(page, { x: box.x + box.width / 2, y: box.y + 6 }, { x: 0, y: hour });
  await page.getByText(/^“Spring”: /).waitFor();
  const spring = await one('Spring');
  t.equal(spring.start_time.toISOString(), '2025-03-30T01:30:00.000Z');
  t.equal(spring.end_time - spring.start_time, 3_600_000, 'an hour as before');

  await page.goto('/calendar?date=2025-10-26');
  await block(page, 'Autumn').waitFor();
  t.match(await block(page, 'Autumn').innerText(), /\(0:30\)/);
  const late = await boxOf(block(page, 'Autumn'));
  await drag(page, { x: late.x + late.width / 2, y: late.y + 6 }, { x: 0, y: late.height * 2 });
  await page.getByText(/^“Autumn”: /).waitFor();
  const autumn = await one('Autumn');
  t.equal(autumn.start_time.toISOString(), '2025-10-26T02:45:00.000Z');
  t.equal(autumn.end_time - autumn.start_time, 1_800_000);
});

t.test('what runs grows, and cannot be dragged', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna' });
  const start_time = new Date(Date.now() - 3_600_000).toISOString();
  await site.call(anna, 'POST', '/timer/start', { description: 'Running', start_time });
  const page = await site.open(anna, { colorScheme: 'dark' });
  await page.goto('/calendar?view=day');
  const running = page.locator('.block.is-running').last();
  await running.waitFor();
  t.match(await running.innerText(), /– now \(1:0/);
  const before = await running.evaluate((element) => element.getBoundingClientRect().height);
  await until(async () => {
    const now = await running.evaluate((element) => element.getBoundingClientRect().height);
    return now > before;
  }, 130_000);
  const { start_time: kept } = await site.db('time_entries').first();
  const box = await boxOf(running);
  await drag(page, { x: box.x + box.width / 2, y: box.y + 6 }, { x: 0, y: -60 });
  t.same((await site.db('time_entries').first()).start_time, kept);
  await page.keyboard.press('Escape');
});
