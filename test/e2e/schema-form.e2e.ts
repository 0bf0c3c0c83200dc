/** The form of settings, which connectors have instead of code. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openComponent } from '../fixtures/component.ts';

const schema = {
  type: 'object',
  required: ['host', 'token', 'count'],
  properties: {
    host: { type: 'string', title: 'Address', format: 'uri', examples: ['https://git.example'] },
    token: { type: 'string', title: 'Token', 'x-secret': true, description: 'From your profile.' },
    count: { type: 'integer', title: 'Count', minimum: 1, maximum: 9, default: 3 },
    sync: { type: 'boolean', title: 'Synchronise', 'x-group': 'Schedule' },
    every: {
      type: 'string',
      title: 'Every',
      enum: ['hour', 'day'],
      'x-group': 'Schedule',
      'x-showIf': { sync: true },
    },
    labels: { type: 'array', title: 'Labels', items: { type: 'string' } },
    repositories: {
      type: 'array',
      title: 'Repositories',
      items: { type: 'string' },
      'x-optionsFrom': 'repositories',
    },
    rules: {
      type: 'array',
      title: 'Rules',
      maxItems: 2,
      items: {
        type: 'object',
        required: ['project'],
        properties: {
          project: { type: 'string', title: 'Project', 'x-optionsFrom': 'projects' },
          words: { type: 'string', title: 'Words' },
        },
      },
    },
    limits: {
      type: 'object',
      title: 'Limits',
      required: ['hours'],
      properties: { hours: { type: 'number', title: 'Hours', maximum: 24 } },
    },
  },
};

t.test('the form of a schema', async (t) => {
  const page = await openComponent(t, 'components/schema-form/form.ts');
  await page.evaluate((schema) => {
    const form = Object.assign(document.createElement('stint-schema-form'), {
      schema,
      values: { host: 'https://git.example', token: { set: true } },
      optionsOf: async (name: string) => [{ value: `${name}/a`, label: 'Repository A' }],
    });
    document.querySelector('main')?.append(form);
  }, schema);
  const form = page.locator('stint-schema-form');
  const current = () => form.evaluate((one) => (one as unknown as { current: object }).current);
  const check = () => form.evaluate((one) => (one as unknown as { check(): boolean }).check());

  t.test('has the saved values and the defaults, and no secret', async (t) => {
    t.equal(await page.getByLabel('Address').inputValue(), 'https://git.example');
    await page.getByText('Saved, and not shown again').waitFor();
    t.same(await current(), { host: 'https://git.example', count: 3, limits: {} });
    await checkAllThemes(t, page, 'form');
  });

  t.test('sends a secret only when it is replaced', async (t) => {
    await page.getByRole('button', { name: 'Replace: Token' }).click();
    const token = page.getByLabel('Token');
    t.equal(await token.getAttribute('type'), 'password');
    await token.fill('new');
    await token.blur();
    t.match(await current(), { token: 'new' });
  });

  t.test('shows a field when another asks for it', async (t) => {
    t.equal(await page.getByLabel('Every').count(), 0);
    await page.getByLabel('Synchronise').check();
    await page.getByLabel('Every').selectOption('day');
    t.match(await current(), { sync: true, every: 'day' });
    await page.getByLabel('Synchronise').uncheck();
    t.notOk('every' in (await current()));
  });

  t.test('offers what a provider offers, and lines of text', async (t) => {
    await page.getByLabel('Repository A').check();
    await page.getByLabel('Labels').fill('one\n\n two ');
    await page.getByLabel('Labels').blur();
    t.match(await current(), { repositories: ['repositories/a'], labels: ['one', 'two'] });
  });

  t.test('says at each field what is wrong, and goes to the first', async (t) => {
    await page.getByLabel('Address').fill('nowhere');
    await page.getByLabel('Count').fill('12');
    await page.getByLabel('Count').blur();
    t.equal(await page.getByText('At most 9.').count(), 0, 'not while somebody types');
    t.equal(await check(), false);
    await page.getByText('This is not a web address.').waitFor();
    await page.getByText('At most 9.').waitFor();
    await page.getByText('This is needed.').waitFor();
    await checkAllThemes(t, page, 'form with faults');
    await page.getByLabel('Address').fill('https://a.example');
    await page.getByLabel('Count').fill('9');
    await page.getByLabel('Hours').fill('7.5');
    await page.getByLabel('Hours').blur();
    t.equal(await check(), true);
    t.match(await current(), { host: 'https://a.example', count: 9, limits: { hours: 7.5 } });
  });

  t.test('shows a refusal of the server at the field it names', async (t) => {
    await form.evaluate((one) =>
      Object.assign(one, {
        problem: { faultAt: (at: string) => (at === '/limits/hours' ? 'Too many.' : undefined) },
      }),
    );
    await page.getByText('Too many.').waitFor();
    t.equal(await page.getByLabel('Hours').getAttribute('aria-invalid'), 'true');
  });

  t.test('has rows, as many as somebody adds', async (t) => {
    const add = page.getByRole('button', { name: 'Add to Rules' });
    await add.click();
    const first = page.getByRole('group', { name: 'Rules 1' });
    t.equal(await check(), false);
    await first.getByText('This is needed.').waitFor();
    await checkAllThemes(t, page, 'row with a fault');
    await first.getByLabel('Project').selectOption('Repository A');
    await add.click();
    const second = page.getByRole('group', { name: 'Rules 2' });
    await second.getByLabel('Project').selectOption('Repository A');
    await second.getByLabel('Words').fill('door');
    await second.getByLabel('Words').blur();
    t.ok(await add.isDisabled(), 'no more than the schema allows');
    await page.getByRole('button', { name: 'Remove Rules 1' }).click();
    t.match(await current(), { rules: [{ project: 'projects/a', words: 'door' }] });
    t.equal(await first.getByLabel('Words').inputValue(), 'door');
  });
});
