/** The timer bar, as people use it all day: at once on the screen, right on the server. */
import t from 'tap';
import { checkAccessibility, checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

const SECOND = 1000;

t.test('the timer bar', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'manager' });
  const [project] = await site
    .db('projects')
    .insert({ name: 'Museum', color: '#0f845d', billable: true })
    .returning('id');
  const page = await site.open(anna);
  await page.goto('/');
  const what = page.getByLabel('What you are working on');
  const stop = page.getByRole('button', { name: 'Stop', exact: true });
  const start = page.getByRole('button', { name: 'Start', exact: true });
  const last = () => site.db('time_entries').orderBy('id', 'desc').first();
  await start.waitFor();

  t.test('starts on Enter, shows it at once and counts in the title', async (t) => {
    await page.route('**/api/v1/timer/start', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SECOND));
      await route.continue();
    });
    await what.fill('Audio guide');
    const pressedAt = Date.now();
    await what.press('Enter');
    await stop.waitFor();
    t.ok(Date.now() - pressedAt < SECOND, 'before the server answers');
    await page.waitForFunction(() => /^0:00:0[2-9] · Today · Stint$/.test(document.title));
    await page.unroute('**/api/v1/timer/start');
    await until(async () => (await last()) !== undefined);
    t.match(await last(), { description: 'Audio guide', end_time: null, source: 'timer' });
    await checkAllThemes(t, page, 'running');
  });

  t.test('takes a project from its list by keyboard, and bills as the project does', async (t) => {
    await page.getByRole('button', { name: 'Project', exact: true }).press('ArrowDown');
    await page.getByRole('combobox', { name: 'Search: Project' }).fill('mus');
    await checkAccessibility(t, page, 'project list');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Project: Museum' }).waitFor();
    await until(async () => (await last()).project_id === project.id);
    t.match(await last(), { project_id: project.id, billable: true });
  });

  t.test('pauses and goes on', async (t) => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    await until(async () => (await last()).paused_at !== null);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await until(async () => (await last()).paused_at === null);
    t.pass();
  });

  t.test('takes another start, as a duration until now', async (t) => {
    await page.getByRole('button', { name: /Since .* Change/ }).click();
    const worked = page.getByLabel('For how long');
    await worked.fill('1h30');
    await checkAccessibility(t, page, 'start');
    await worked.press('Enter');
    await page.waitForFunction(() => document.title.startsWith('1:30:0'));
    await until(async () => {
      const { start_time } = await last();
      return Math.abs(Date.now() - start_time.getTime() - 5400 * SECOND) < 60 * SECOND;
    });
    t.pass();
  });

  t.test('stops at once', async (t) => {
    await stop.click();
    await start.waitFor();
    await until(async () => (await last()).end_time !== null);
    t.equal(await page.title(), 'Today · Stint');
  });

  t.test('records a duration that has passed, which can be undone', async (t) => {
    await what.fill('Phone call');
    await page.getByLabel('Or a duration that has passed').fill('0:45');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('0:45 added.').waitFor();
    const entry = await last();
    t.equal(entry.description, 'Phone call');
    t.equal(entry.end_time - entry.start_time, 2700 * SECOND);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(async () => (await last()).deleted_at !== null);
  });

  t.test('takes back what the server refuses, and says why', async (t) => {
    await site.db('projects').where({ id: project.id }).update({ archived_at: new Date() });
    await what.fill('Too late');
    await page.evaluate(
      (id) =>
        localStorage.setItem(
          'stint.timer-draft',
          JSON.stringify({ description: 'Too late', project_id: id }),
        ),
      project.id,
    );
    await page.reload();
    await start.click();
    await page
      .getByRole('status')
      .filter({ hasText: /archived|project/i })
      .first()
      .waitFor();
    await start.waitFor();
    t.equal(await what.inputValue(), 'Too late', 'what was typed is there again');
  });

  t.test('shows on another computer whose clock is wrong by an hour what is true', async (t) => {
    const start_time = new Date(Date.now() - 600 * SECOND).toISOString();
    await site.call(anna, 'POST', '/timer/start', { description: 'By the server', start_time });
    const wrong = await site.open(anna);
    await wrong.addInitScript(() => {
      const real = Date.now;
      Date.now = () => real() + 3_600_000;
    });
    await wrong.goto('/');
    await wrong.waitForFunction(() => /^0:1[01]:\d\d/.test(document.title));
    t.pass();
  });
});
