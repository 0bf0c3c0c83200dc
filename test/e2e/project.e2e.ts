/** One project: its tasks changed in their place, its people, its hours; what a member may do there. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('a project', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'admin' });
  const ben = await site.person({ name: 'Ben' });
  const [{ id: client_id }] = await site.db('clients').insert({ name: 'Harbour' }).returning('id');
  const [{ id }] = await site
    .db('projects')
    .insert({ name: 'Museum', color: '#0f845d', client_id, estimate_seconds: 36_000 })
    .returning('id');
  const [script] = await site
    .db('tasks')
    .insert([
      { project_id: id, name: 'Script', estimate_seconds: 7200, due_on: '2025-01-31' },
      { project_id: id, name: 'Recording', status: 'done' },
    ])
    .returning('id');
  await site.db('time_entries').insert({
    user_id: ben.id,
    project_id: id,
    task_id: script.id,
    description: 'First draft',
    start_time: new Date(Date.now() - 86_400_000),
    end_time: new Date(Date.now() - 86_400_000 + 9_000_000),
    source: 'manual',
  });
  const page = await site.open(anna);
  await page.goto(`/projects/${id}`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  const task = (name: string) => site.db('tasks').where({ name }).first();

  await t.test('shows what it is, its hours, and what was done last', async (t) => {
    await page.getByRole('heading', { name: 'Museum', level: 1 }).waitFor();
    await page.getByText('25% of 10:00').waitFor();
    await row('First draft').getByText('Script · Ben').waitFor();
    await page.getByRole('figure', { name: 'Hours by week' }).waitFor();
    await row('Script').getByText('Overdue since 2025-01-31').waitFor();
    await page.getByRole('link', { name: 'Harbour' }).waitFor();
    t.match(await page.title(), 'Museum · Stint');
    t.equal(
      await page.getByRole('link', { name: 'Projects', exact: true }).getAttribute('aria-current'),
      'page',
    );
    await checkAllThemes(t, page, 'project');
  });

  await t.test('has tasks that are changed in their place', async () => {
    await page.getByLabel('Status of “Script”').selectOption('In progress');
    await page.getByLabel('Priority of “Script”').selectOption('High');
    await until(async () => {
      const { status, priority } = await task('Script');
      return status === 'in_progress' && priority === 'high';
    });
    await page.getByLabel('Estimate of “Script”').fill('soon');
    await page.keyboard.press('Enter');
    await page.getByText('“soon” is not a duration.').waitFor();
    await page.getByLabel('Estimate of “Script”').fill('3h');
    await page.keyboard.press('Enter');
    await until(async () => (await task('Script')).estimate_seconds === 10_800);
    const estimate = page.getByLabel('Estimate of “Script”');
    await until(async () => (await estimate.inputValue()) === '3:00');
  });

  await t.test('gets tasks by one line, and hides those that are done', async (t) => {
    t.equal(await row('Recording').count(), 0);
    await page.getByLabel('A new task').fill('Mixing');
    await page.keyboard.press('Enter');
    await row('Mixing').waitFor();
    await row('Mixing').getByRole('button', { name: 'More about' }).click();
    await page.getByRole('menuitem', { name: 'Mark as done' }).click();
    await row('Mixing').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show 2 done' }).click();
    await row('Recording').waitFor();
  });

  await t.test('has tasks with a dialog for the rest', async (t) => {
    await row('Script').getByRole('button', { name: 'Script', exact: true }).click();
    await page.getByRole('dialog', { name: 'Edit task' }).waitFor();
    await page.getByRole('button', { name: /^Assigned to/ }).click();
    await page.getByRole('listbox', { name: 'Assigned to' }).getByText('Ben').click();
    await checkAllThemes(t, page, 'task');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('stint-task-list').getByText('Ben').waitFor();
    await until(async () => (await task('Script')).assignee_id === ben.id);
  });

  await t.test('lets a timer be started on a task', async (t) => {
    await row('Script').getByRole('button', { name: 'Start a timer on “Script”' }).click();
    await page.getByRole('button', { name: 'Task: Script' }).waitFor();
    const running = () => site.db('time_entries').whereNull('end_time').first();
    await until(async () => (await running()) !== undefined);
    t.match(await running(), { project_id: id, task_id: script.id });
  });

  await t.test('gets people, with a rate of their own, and lets them go', async () => {
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await page.getByRole('listbox', { name: 'Add somebody' }).getByText('Ben').click();
    const rate = page.getByLabel('Hourly rate of Ben here');
    await rate.fill('70');
    await rate.press('Enter');
    const member = () => site.db('project_members').where({ user_id: ben.id }).first();
    await until(async () => (await member())?.hourly_rate === '70.00');
    await page.getByRole('button', { name: 'Take Ben off the project' }).click();
    await rate.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await rate.waitFor();
    // Back on the screen at once, on the server a moment later: first the person, then the rate.
    await until(async () => (await member())?.hourly_rate === '70.00');
    await until(async () => (await rate.inputValue()) === '70.00');
  });

  await t.test(
    'gives back the rate that was set a moment before somebody was taken off',
    async () => {
      const { promise: arrival, resolve: letThrough } = Promise.withResolvers<void>();
      await page.route('**/members/*', async (route) => {
        if (route.request().method() === 'PUT') await arrival;
        await route.continue();
      });
      const rate = page.getByLabel('Hourly rate of Ben here');
      const member = () => site.db('project_members').where({ user_id: ben.id }).first();
      await rate.fill('80');
      await rate.press('Enter');
      await page.getByRole('button', { name: 'Take Ben off the project' }).click();
      letThrough();
      await rate.waitFor({ state: 'detached' });
      await until(async () => (await member()) === undefined);
      await page.unroute('**/members/*');
      await page.getByRole('button', { name: 'Undo' }).click();
      await until(async () => (await member())?.hourly_rate === '80.00');
      await until(async () => (await rate.inputValue()) === '80.00');
    },
  );

  await t.test('is for a member to work on, not to change', async (t) => {
    const theirs = await site.open(ben);
    await theirs.goto(`/projects/${id}`);
    await theirs.getByLabel('Status of “Script”').selectOption('To do');
    await until(async () => (await task('Script')).status === 'todo');
    t.equal(await theirs.getByRole('button', { name: 'Edit', exact: true }).count(), 0);
    t.equal(await theirs.getByRole('button', { name: 'Add somebody' }).count(), 0);
    await theirs.getByRole('button', { name: 'More about “Script”' }).click();
    t.equal(await theirs.getByRole('menuitem', { name: /Delete/ }).count(), 0);
  });

  await t.test('that is not there says so', async () => {
    await page.goto('/projects/999');
    await page.getByText('There is no project 999, or you may not see it.').waitFor();
  });
});
