/** GitHub, from the token to a timer on an issue. */
import { createHmac, randomUUID } from 'node:crypto';
import t from 'tap';
import { startGithub } from '../../plugins/github-connector/test/github-server.ts';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';
import { makeProject } from '../fixtures/work.ts';

t.test('somebody connects GitHub and works on an issue', async (t) => {
  const github = await startGithub();
  t.teardown(() => github.stop());
  const site = await openSite(t, { OUTGOING_ALLOW_PRIVATE: '127.0.0.1' });
  const admin = await site.person({ role: 'admin' });
  const settings = '/plugins/github_connector/settings';
  await site.call(admin, 'PUT', settings, { api_url: github.url });
  await makeProject(site.db, { name: 'Shop' });
  await makeProject(site.db, { name: 'Handbook' });
  await github.openIssue({ title: 'The door squeaks', labels: ['bug'] });
  await github.openIssue({ title: 'Describe the door' }, 'acme/docs');
  const ada = await site.person({ name: 'Ada' });
  const page = await site.open(ada);
  const card = page.getByRole('article', { name: 'GitHub' });
  let secret = '';
  let url = '';

  await t.test('by a form that offers their own projects', async (t) => {
    await page.goto('/integrations');
    await page.getByRole('button', { name: 'Connect: GitHub' }).click();
    await page.getByLabel('Access token').fill('ghp_ada');
    await page.getByLabel('Owner of the repository').fill('acme');
    await page.getByLabel('Repository', { exact: true }).fill('shop');
    await page.getByLabel('Project for its issues').selectOption('Shop');
    await page.getByRole('button', { name: 'Add to More repositories' }).click();
    const more = page.getByRole('group', { name: 'More repositories 1' });
    await more.getByLabel('Owner of the repository').fill('acme');
    await more.getByLabel('Repository', { exact: true }).fill('docs');
    await more.getByLabel('Project for its issues').selectOption('Handbook');
    await page.getByLabel('Start my timer when an issue is assigned to me').check();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await card.getByText(/acme\/shop, acme\/docs can be read/).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and connected.').waitFor();
    const made = page.getByRole('textbox', { name: 'Secret of the webhook', exact: true });
    secret = await made.inputValue();
    url = await page.getByRole('textbox', { name: 'Address for issues' }).inputValue();
    await card.getByText(/Paste the address into “Payload URL”/).waitFor();
    t.match(secret, /^[0-9a-f]{64}$/);
    await checkAllThemes(t, page, 'GitHub connected');
    await card.getByRole('button', { name: 'I have it' }).click();
  });

  await t.test('and synchronises, which makes a task of each issue', async (t) => {
    await page.getByRole('button', { name: 'Sync now: GitHub' }).click();
    await until(async () => (await site.db('tasks')).length === 2, 30_000);
    const tasks = await site.db('tasks').orderBy('id').select('name', 'priority');
    t.match(tasks, [{ name: 'The door squeaks', priority: 'high' }, { name: 'Describe the door' }]);
  });

  await t.test('what GitHub tells afterwards stands in the log', async (t) => {
    const issue = await github.openIssue({ title: 'A lamp' });
    const told = { action: 'opened', issue, repository: { full_name: 'acme/shop' } };
    const body = JSON.stringify(told);
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'issues',
        'x-github-delivery': randomUUID(),
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
    });
    t.equal(answer.status, 200);
    await until(
      async () => (await site.db('inbound_deliveries').first())?.outcome === 'processed',
      30_000,
    );
    await card.getByRole('button', { name: 'Look again' }).click();
    await card.getByText('created').waitFor();
  });

  await t.test('the card has the issues, and a button that starts the timer on one', async (t) => {
    await page.goto('/dashboard');
    await page.getByRole('button', { name: 'Arrange' }).press('Enter');
    await page.getByRole('button', { name: 'Add a card' }).click();
    await page.getByRole('button', { name: 'Add “GitHub issues”' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    const link = page.getByRole('link', { name: 'A lamp' });
    await link.waitFor();
    t.match(await link.getAttribute('href'), /\/acme\/shop\/issues\/\d+$/);
    await checkAllThemes(t, page, 'issues on the dashboard');
    await page.getByRole('button', { name: /Start the timer on acme\/shop#1$/ }).click();
    await until(async () => (await site.call(ada, 'GET', '/timer')).timer !== null, 30_000);
    const { timer } = await site.call(ada, 'GET', '/timer');
    const [task] = await site.db('tasks').where({ name: 'The door squeaks' });
    t.equal(timer.task_id, task.id);
  });

  await t.test('and the project links each task to its issue', async (t) => {
    const [project] = await site.db('projects').where({ name: 'Shop' });
    await page.goto(`/projects/${project.id}`);
    const link = page.getByRole('link', { name: /^Open at / }).first();
    await link.waitFor();
    t.match(await link.getAttribute('href'), /\/acme\/shop\/issues\/\d+$/);
    await checkAllThemes(t, page, 'tasks of a project with links');
  });
});
