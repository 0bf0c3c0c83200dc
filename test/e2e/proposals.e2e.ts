/** What plugins suggest beside the day and show in the calendar: recorded by one click, or dismissed. */
import t from 'tap';
import { checkAllThemes } from '../fixtures/accessibility.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';
import { openSite } from '../fixtures/site.ts';
import { until } from '../fixtures/until.ts';

// Two meetings of this morning, in the memory of the plugin, which is a process's.
const code = `
  import { definePlugin } from '@stint/plugin';
  const day = new Date().toISOString().slice(0, 10);
  let meetings = [
    { id: 'm1', title: 'Planning', start_time: day + 'T08:00:00Z', end_time: day + 'T09:00:00Z', url: 'https://calendar.example/m1' },
    { id: 'm2', title: 'Review', start_time: day + 'T10:00:00Z', end_time: day + 'T10:30:00Z' },
    { id: 'm3', title: 'Refused', start_time: day + 'T11:00:00Z', end_time: day + 'T11:30:00Z' },
  ];
  const params = { type: 'object', properties: { id: { type: 'string' } } };
  const response = { 200: { type: 'object', properties: { message: { type: 'string' } } } };
  export default definePlugin({
    setup(ctx) {
      const give = () => meetings.map((one) => ({
        ...one,
        accept: 'POST /meetings/' + one.id + '/accept',
        dismiss: 'POST /meetings/' + one.id + '/dismiss',
      }));
      ctx.provide('suggestions', give);
      ctx.provide('calendar-overlay', give);
      const take = (id) => {
        const found = meetings.find((one) => one.id === id);
        meetings = meetings.filter((one) => one !== found);
        return found;
      };
      ctx.route({ method: 'POST', path: '/meetings/:id/accept', summary: 'Records it', params, response,
        handler: async ({ user, params: { id } }) => {
          if (id === 'm3') throw new Error('No.');
          const { title, start_time, end_time } = take(id);
          await ctx.data.as(user.id).post('/time-entries', { description: title, start_time, end_time });
          return { message: 'Recorded from the agenda.' };
        } });
      ctx.route({ method: 'POST', path: '/meetings/:id/dismiss', summary: 'Forgets it', params, response,
        handler: async ({ params: { id } }) => { take(id); return {}; } });
    },
  });
`;

t.test('proposals of plugins', async (t) => {
  const folder = await writePlugin(t, 'agenda', {
    code,
    stint: {
      displayName: 'Agenda',
      permissions: { data: ['write:time_entries'] },
      contributes: {
        routes: ['POST /meetings/:id/accept', 'POST /meetings/:id/dismiss'],
        providers: ['suggestions', 'calendar-overlay'],
      },
    },
  });
  const late = await writePlugin(t, 'late', {
    stint: { contributes: { providers: ['suggestions'] } },
    code: `export default { setup(ctx) { ctx.provide('suggestions', () => { throw new Error('Broken.'); }); } };`,
  });
  const site = await openSite(t, { PLUGINS: `${folder},${late}` });
  const anna = await site.person({ time_zone: 'UTC' });
  const page = await site.open(anna);
  await page.goto('/');
  const list = page.getByRole('region', { name: 'Suggested' });
  const entries = () => site.db('time_entries').pluck('description');

  await t.test('stand beside the day, and name who does not answer', async (t) => {
    await list.getByRole('link', { name: 'Planning' }).waitFor();
    await list.getByText('Today, 08:00 – 09:00 (1:00)').waitFor();
    await list.getByText('No answer from late.').waitFor();
    await checkAllThemes(t, page, 'suggestions');
  });

  await t.test('are recorded by one click, and gone', async () => {
    await list.getByRole('button', { name: 'Record: Planning' }).click();
    await page.getByText('Recorded from the agenda.').waitFor();
    await list.getByRole('link', { name: 'Planning' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Edit “Planning”' }).waitFor();
    await until(async () => (await entries()).includes('Planning'));
  });

  await t.test('come back when the plugin refuses', async () => {
    await list.getByRole('button', { name: 'Record: Refused' }).click();
    await page
      .getByText(/agenda/i)
      .first()
      .waitFor();
    await list.getByRole('button', { name: 'Record: Refused' }).waitFor();
  });

  await t.test('lie behind the entries of the calendar, and in a list below it', async (t) => {
    await page.goto('/calendar?view=day');
    const block = page.locator('.overlay').filter({ hasText: 'Review' });
    await block.waitFor();
    const below = page.getByRole('region', { name: 'From other calendars' });
    await below.getByText('Review').waitFor();
    await checkAllThemes(t, page, 'overlays');
    await below.getByRole('button', { name: 'Dismiss: Review' }).click();
    await page.getByText('Dismissed: Review').waitFor();
    await block.waitFor({ state: 'detached' });
  });

  await t.test('are left out in safe mode', async (t) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/?safe=1');
    await page.getByRole('button', { name: 'Edit “Planning”' }).waitFor();
    t.same(
      asked.filter((url) => url.includes('/providers/')),
      [],
    );
  });
});
