/** The dashboard: what is on it, and how it is arranged: by dragging, by keyboard, and back. */
import type { Page } from 'playwright-core';
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

const titles = (page: Page) =>
  page.locator('section.cell').evaluateAll((cells) => cells.map((one) => one.ariaLabel));

t.test('the dashboard', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const project = await site.call(anna, 'POST', '/projects', { name: 'Museum' });
  await site.call(ben, 'POST', '/timer/start', { description: 'Mixing' });
  await site.call(anna, 'POST', '/time-entries', {
    project_id: project.id,
    description: 'Script',
    duration_seconds: 60,
  });
  const kept = async (): Promise<{ card: string; columns: number; config: object }[] | null> =>
    (await site.call(anna, 'GET', '/me/dashboard')).cards;
  const usual = ['Hours', 'Hours by day', 'Recent entries', 'This week by project', 'Running now'];
  const page = await site.open(anna);
  await page.goto('/dashboard');
  const cell = (name: string) => page.getByRole('region', { name, exact: true });

  await t.test('shows the hours, what was done last, and who works now', async (t) => {
    await cell('Running now').getByText('Ben').waitFor();
    await cell('Running now').getByText('Mixing').waitFor();
    await cell('Recent entries').getByText('Script').waitFor();
    await cell('This week by project').getByText('Museum').waitFor();
    await cell('Hours').getByText('0:01').first().waitFor();
    await page.getByRole('figure', { name: 'Hours of the last 14 days' }).waitFor();
    t.same(await titles(page), usual);
    t.equal(await kept(), null);
    await checkAllThemes(t, page, 'dashboard');
  });

  await t.test('goes on with what was done before', async () => {
    await cell('Recent entries').getByRole('button', { name: 'Resume “Script”' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    await cell('Running now').getByText('Anna').waitFor();
  });

  await t.test('is arranged by keyboard alone, and kept at once', async (t) => {
    await page.getByRole('button', { name: 'Arrange' }).press('Enter');
    await page.getByRole('button', { name: 'Move “Hours”', exact: true }).focus();
    await checkAllThemes(t, page, 'arranging');
    await page.keyboard.press('ArrowRight');
    await page.getByText('“Hours” is card 2 of 5.').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByText('“Hours” is card 3 of 5.').waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('“Hours” is 5 wide and 2 high.').waitFor();
    await page.getByRole('button', { name: 'Move “Hours” forward' }).press('Enter');
    await page.getByText('“Hours” is card 2 of 5.').waitFor();
    // The focus went along: the same key goes on.
    await page.keyboard.press('Enter');
    await page.getByText('“Hours” is card 1 of 5.').waitFor();
    await until(async () => (await kept())?.[0]?.columns === 5);
    t.same(await titles(page), usual);
  });

  await t.test('is arranged by dragging as well', async (t) => {
    const from = await page
      .getByRole('button', { name: 'Move “Recent entries”', exact: true })
      .boundingBox();
    const to = await cell('Hours').boundingBox();
    if (!from || !to) return t.fail('nothing to drag');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y - 20, { steps: 5 });
    await page.mouse.move(to.x + 20, to.y + 20, { steps: 20 });
    await page.mouse.up();
    await until(async () => (await titles(page))[0] === 'Recent entries');
    await until(async () => (await kept())?.[0]?.card === 'core/recent-entries');
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await titles(page))[0] === 'Hours');
  });

  await t.test('has cards that are removed, added and set', async (t) => {
    await cell('Running now').getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await cell('Running now').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add a card' }).click();
    await page.getByRole('dialog', { name: 'Add a card' }).waitFor();
    await checkAllThemes(t, page, 'gallery');
    await page.getByRole('button', { name: 'Add “Hours by day”' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await cell('Hours by day').last().getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).click();
    await page.getByRole('spinbutton', { name: 'Days' }).fill('99');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('At most 31.').waitFor();
    await page.getByRole('spinbutton', { name: 'Days' }).fill('30');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('figure', { name: 'Hours of the last 30 days' }).waitFor();
    await until(async () => (await kept())?.length === 5);
    t.match((await kept())?.at(-1), { card: 'core/hours-by-day', config: { days: 30 } });
  });

  await t.test('is the same in another browser, and goes back to the first one', async (t) => {
    await page.getByRole('button', { name: 'Done' }).click();
    const other = await site.open(anna);
    await other.goto('/dashboard');
    await other.getByRole('figure', { name: 'Hours of the last 30 days' }).waitFor();
    t.equal((await titles(other)).length, 5);
    await other.getByRole('button', { name: 'Arrange' }).click();
    await other.getByRole('button', { name: 'Back to the start' }).click();
    await until(async () => (await kept()) === null);
    t.same(await titles(other), usual);
    // The first browser looks at an old one: it is told, and nothing is written over.
    await page.getByRole('button', { name: 'Arrange' }).click();
    await page.getByRole('button', { name: 'Move “Hours” back' }).click();
    await page.getByText('It was changed elsewhere meanwhile.').waitFor();
    await until(async () => (await titles(page)).join() === usual.join());
    t.equal(await kept(), null);
  });

  await t.test(
    'keeps cards of plugins that are not there, and shows them when arranging',
    async (t) => {
      const cards = [
        { card: 'gone/week', columns: 6, rows: 2, config: { goal: 8 } },
        { card: 'core/hours', columns: 4, rows: 2, config: {} },
      ];
      await site.call(anna, 'PUT', '/me/dashboard', { cards });
      await page.goto('/dashboard');
      await cell('Hours').waitFor();
      t.same(await titles(page), ['Hours']);
      await page.getByRole('button', { name: 'Arrange' }).click();
      await page.getByText('“gone/week” is not installed.').waitFor();
      await page.getByRole('button', { name: 'Move “Hours” forward' }).click();
      await until(async () => (await kept())?.[0]?.card === 'core/hours');
      t.match((await kept())?.[1], { card: 'gone/week', config: { goal: 8 } });
    },
  );

  await t.test('of a member has no timers of others', async (t) => {
    const theirs = await site.open(ben);
    await theirs.goto('/dashboard');
    await theirs.getByText('Nothing in the last 30 days.').waitFor();
    t.same(await titles(theirs), usual.slice(0, 4));
  });
});
