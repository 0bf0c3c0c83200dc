/** The list of days: what is shown of them, and what can be done from there. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

t.test('the days', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', role: 'manager' });
  const [client] = await site.db('clients').insert({ name: 'Harbour' }).returning('id');
  const [project] = await site
    .db('projects')
    .insert({ name: 'Museum', color: '#0f845d', client_id: client.id })
    .returning('id');
  const at = (time: string) => new Date(`2025-01-27T${time}:00+01:00`);
  const entry = (description: string, from: string, to: string) => ({
    user_id: anna.id,
    description,
    project_id: project.id,
    start_time: at(from),
    end_time: at(to),
    source: 'manual',
  });
  await site
    .db('time_entries')
    .insert([
      entry('Script', '09:00', '10:30'),
      entry('Recording', '11:15', '12:00'),
      entry('Mixing', '11:45', '13:00'),
    ]);
  const page = await site.open(anna);
  // The day on which they lie is today: the browser has the server's clock, so the server's entries move.
  const shift = await site.db.raw(
    `UPDATE time_entries SET
       start_time = start_time + d, end_time = end_time + d
     FROM (SELECT (date_trunc('day', now() AT TIME ZONE 'Europe/Berlin') AT TIME ZONE 'Europe/Berlin')
       - timestamptz '2025-01-28 00:00+01' AS d) x`,
  );
  t.equal(shift.rowCount, 3);
  await page.goto('/');
  const day = page.getByRole('region', { name: 'Yesterday' });
  await day.waitFor();

  t.test('hold entries with project, client, times and sums', async (t) => {
    t.same(
      await day.locator('stint-entry-row').evaluateAll((rows) =>
        rows.map((row) =>
          Array.from(row.shadowRoot?.querySelectorAll<HTMLElement>('div.what, span.numbers') ?? [])
            .map((part) => part.innerText.replaceAll(/\s+/g, ' ').trim())
            .join(' '),
        ),
      ),
      [
        'Mixing Museum Harbour 11:45 – 13:00 1:15',
        'Recording Museum Harbour 11:15 – 12:00 0:45',
        'Script Museum Harbour 09:00 – 10:30 1:30',
      ],
    );
    await day.getByText('3:30').waitFor();
    await day.getByText('Overlaps by 0:15').waitFor();
    await day.getByText('0:45 without an entry').waitFor();
    await checkAllThemes(t, page, 'days');
  });

  t.test('let a gap be filled', async (t) => {
    await day.getByRole('button', { name: 'Fill' }).click();
    await page.getByRole('dialog', { name: 'New entry' }).waitFor();
    t.equal(await page.getByLabel('Start', { exact: true }).inputValue(), '10:30');
    t.equal(await page.getByLabel('End', { exact: true }).inputValue(), '11:15');
    await page.getByLabel('Description').fill('Coffee');
    await page.keyboard.press('Enter');
    await day.getByText('Coffee').waitFor();
    await day.getByText('without an entry').waitFor({ state: 'detached' });
    t.match(await site.db('time_entries').where({ description: 'Coffee' }).first(), {
      user_id: anna.id,
    });
  });

  t.test('let an entry be edited, by what somebody changed alone', async (t) => {
    const before = await site.db('time_entries').where({ description: 'Script' }).first();
    await day.getByRole('button', { name: 'Edit “Script”' }).click();
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor();
    await checkAllThemes(t, page, 'editor');
    await page.getByLabel('Duration', { exact: true }).fill('2h');
    await page.getByLabel('Duration', { exact: true }).press('Tab');
    t.equal(await page.getByLabel('End', { exact: true }).inputValue(), '11:00');
    await page.getByLabel('End', { exact: true }).fill('soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“soon” is not a time of day.').waitFor();
    await page.getByLabel('End', { exact: true }).fill('10:15');
    await page.getByRole('button', { name: 'Save' }).click();
    await day.getByText('09:00 – 10:15').waitFor();
    const after = await site.db('time_entries').where({ id: before.id }).first();
    t.equal(before.end_time - after.end_time, 15 * 60_000);
    t.same(after.start_time, before.start_time);
  });

  t.test('refuse to write over what somebody else has changed', async (t) => {
    await day.getByRole('button', { name: 'Edit “Script”' }).click();
    await page.getByRole('dialog', { name: 'Edit entry' }).waitFor();
    await site.db('time_entries').where({ description: 'Script' }).increment('version', 1);
    await page.getByLabel('Description').fill('Mine');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/Somebody else has changed this entry/).waitFor();
    page.once('dialog', (question) => question.accept());
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    t.notOk(await site.db('time_entries').where({ description: 'Mine' }).first());
  });

  t.test('let an entry be deleted and brought back', async (t) => {
    await day.getByRole('button', { name: 'Delete “Mixing”' }).click();
    await day.getByText('Mixing').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await day.getByText('Mixing').waitFor();
    const mixing = () => site.db('time_entries').where({ description: 'Mixing' }).first();
    await until(async () => (await mixing()).deleted_at === null);
    t.pass();
  });

  t.test('let any entry be gone on with', async (t) => {
    await day.getByRole('button', { name: 'Resume “Recording”' }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
    const running = () => site.db('time_entries').whereNull('end_time').first();
    await until(async () => (await running()) !== undefined);
    t.match(await running(), { description: 'Recording', project_id: project.id });
    await page.getByRole('region', { name: 'Today' }).getByText('Recording').waitFor();
  });
});

t.test('in German the same, and no text is missing', async (t) => {
  const site = await openSite(t);
  const anna = await site.person({ name: 'Anna', locale: 'de' });
  const page = await site.open(anna);
  await page.goto('/');
  await page.getByRole('heading', { name: 'Heute', level: 1 }).waitFor();
  await page.getByText('In dieser Woche wurde noch nichts erfasst.').waitFor();
  t.equal(await page.locator('html').getAttribute('lang'), 'de');
  await checkAllThemes(t, page, 'German');
  await page.goto('/nowhere');
  await page.getByRole('heading', { name: 'Hier ist nichts' }).waitFor();
});
