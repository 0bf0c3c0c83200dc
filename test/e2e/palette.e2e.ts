/** The palette and the shortcuts: everything from the keyboard alone, and never while somebody types. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

const turnstile = {
  'package.json': JSON.stringify({
    name: 'stint-plugin-turnstile',
    version: '1.0.0',
    type: 'module',
    keywords: ['stint-plugin'],
    engines: { stint: '^1.0.0' },
    stint: {
      id: 'turnstile',
      displayName: 'Turnstile',
      entry: './plugin.ts',
      ui: './ui/cards.js',
      contributes: {
        routes: ['POST /clock-in'],
        cards: [{ name: 'history', region: 'page/v1', title: 'History' }],
        pages: [{ path: 'history', title: 'Who came when', icon: 'history' }],
        commands: [
          { name: 'clock-in', title: 'Clock in', calls: 'POST /clock-in', keywords: ['arrive'] },
          { name: 'all', title: 'See arrivals', opens: '/p/turnstile/history' },
        ],
      },
    },
  }),
  'plugin.ts': `
    import { Type } from 'typebox';
    export default { setup(ctx) {
      ctx.route({
        method: 'POST', path: '/clock-in', summary: 'Arrives',
        response: { 200: Type.Object({ message: Type.String() }) },
        handler: async () => ({ message: 'Welcome in' }),
      });
    } };`,
  ui: {
    'cards.js': `
      class History extends HTMLElement {
        connectedCallback() { this.textContent = 'Nobody came before ' + this.user.name; }
      }
      export default { api: 1, cards: { history: History } };`,
  },
};

t.test('the palette and its keys', async (t) => {
  const folder = t.testdir({ turnstile });
  const site = await openSite(t, { PLUGINS: `${folder}/turnstile` });
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  await site.call(anna, 'POST', '/projects', { name: 'Museum', code: 'MU-1' });
  const entry = { description: 'Audio guide', date: '2025-01-27', duration_seconds: 3600 };
  await site.call(anna, 'POST', '/time-entries', entry);
  const page = await site.open(anna);
  await page.goto('/');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  const search = page.getByRole('combobox', { name: 'Search for something to do…' });
  const option = page.getByRole('option');
  const chosen = page.getByRole('option', { selected: true });
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const what = page.getByLabel('What you are working on');
  const last = () => site.db('time_entries').orderBy('id', 'desc').first();
  await start.waitFor();

  await t.test('opens by key from anywhere, loads then, and closes again', async (t) => {
    const loaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/palette-/.test(name)),
      );
    t.notOk(await loaded());
    await what.focus();
    // The keys listen a moment after the page is there.
    await until(async () => {
      await page.keyboard.press('Control+k');
      return palette.isVisible();
    });
    t.ok(await loaded());
    await search.waitFor();
    await page.getByRole('group', { name: 'Resume' }).getByText('Resume “Audio guide”').waitFor();
    await page.getByRole('group', { name: 'Pages' }).getByText('Go to Who came when').waitFor();
    t.equal(await option.filter({ hasText: 'Museum' }).count(), 0, 'projects are searched for');
    await checkAllThemes(t, page, 'palette');
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    t.ok(
      await what.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field),
    );
  });

  await t.test('tells readers what is found and which is chosen', async (t) => {
    await page.keyboard.press('Control+k');
    await search.fill('theme');
    await page.getByRole('status').filter({ hasText: '2 results' }).waitFor();
    t.equal(await search.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
    const first = await chosen.textContent();
    await page.keyboard.press('ArrowDown');
    t.not(await chosen.textContent(), first);
    await page.keyboard.press('ArrowDown');
    t.equal(await chosen.textContent(), first, 'the first follows the last');
    await search.fill('qqqq');
    await page.getByText(/Nothing found\. Try/).waitFor();
    t.equal(await search.getAttribute('aria-activedescendant'), null);
    await page.keyboard.press('Escape');
  });

  await t.test('does what is chosen, and has it first the next time', async (t) => {
    await page.keyboard.press('Control+k');
    await search.fill('dark');
    await page.keyboard.press('Enter');
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.keyboard.press('Control+k');
    await search.fill('system');
    await page.keyboard.press('Enter');
    await page.locator('html:not([data-theme])').waitFor();
    await page.keyboard.press('Control+k');
    const recent = page.getByRole('group', { name: 'Last used' }).getByRole('option');
    t.match(await recent.first().textContent(), /Theme: Dark/);
    await page.keyboard.press('Escape');
  });

  await t.test(
    'starts on a project that is found by its code, in place of what runs',
    async (t) => {
      await what.fill('Before');
      await page.keyboard.press('Enter');
      await stop.waitFor();
      await until(async () => (await last()).description === 'Before');
      await page.keyboard.press('Control+k');
      await search.fill('mu-1');
      await chosen.filter({ hasText: 'Start on Museum' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Project: Museum' }).waitFor();
      await until(async () => (await last()).project_id !== null);
      t.equal((await site.db('time_entries').whereNull('end_time')).length, 1);
    },
  );

  await t.test('has single keys for the timer', async (t) => {
    await page.locator('main').focus();
    await page.keyboard.press('s');
    await start.waitFor();
    await until(async () => (await last()).end_time !== null);
    await page.getByText(/^Stopped/).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('new things');
    t.equal(await what.inputValue(), 'new things', 'the key itself is not typed');
    t.equal(await stop.count(), 0, 'nor do letters in a field start or stop anything');
    await what.fill('');
    await page.locator('main').focus();
    await page.keyboard.press('c');
    await stop.waitFor();
    await until(async () => (await last()).end_time === null);
    await page.locator('main').focus();
    await page.keyboard.press('s');
    await start.waitFor();
  });

  await t.test('has the pages behind G, and no other key is taken for the second', async (t) => {
    await page.goto('/p/turnstile/history');
    await page.getByRole('heading', { name: 'Who came when', level: 1 }).waitFor();
    await page.getByText('Nobody came before Anna').waitFor();
    t.equal(await page.title(), 'Who came when · Stint');
    await checkAllThemes(t, page, 'page of a plugin');
    await until(async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('t');
      return new URL(page.url()).pathname === '/';
    });
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  });

  await t.test('calls what a plugin declares and opens its pages', async () => {
    await page.keyboard.press('Control+k');
    await search.fill('arrive');
    await page.keyboard.press('Enter');
    await page.getByText('Welcome in').waitFor();
    await page.keyboard.press('Control+k');
    await search.fill('see arr');
    await page.keyboard.press('Enter');
    await page.getByText('Nobody came before Anna').waitFor();
    const link = page.getByRole('navigation').getByRole('link', { name: 'Who came when' });
    await link.and(page.locator('[aria-current="page"]')).waitFor();
  });

  await t.test('lists its keys, and switches the single ones off', async (t) => {
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.waitFor();
    await page.getByText('Go to Today').waitFor();
    await checkAllThemes(t, page, 'shortcuts');
    await page.getByLabel('Single keys, while I am not typing').uncheck();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+?');
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    t.equal(await help.count(), 0);
    await search.fill('shortcuts on');
    await page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
    await page.keyboard.press('Shift+?');
    await help.waitFor();
    await page.keyboard.press('Escape');
  });

  await t.test('opens without a keyboard as well', async (t) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Find anything' }).click();
    await page.getByRole('option', { name: /Sign out/ }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.keyboard.press('Control+k');
    t.equal(await palette.count(), 0, 'there is nothing to do for a stranger');
  });
});
