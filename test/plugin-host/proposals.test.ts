/** What plugins show of other places' time. */
import t from 'tap';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';

const good = {
  id: '7',
  title: 'Stand-up',
  start_time: '2025-01-27T09:00:00Z',
  end_time: '2025-01-27T09:15:00Z',
};
const kinds = [
  { kind: 'suggestions', item: { ...good, accept: 'POST /meetings/7/accept' } },
  { kind: 'calendar-overlay', item: good },
];

t.test('suggestions and blocks of the calendar have a shape that the page can draw', async (t) => {
  const code = `
    export default {
      setup(ctx) {
        const provide = ({ query }) => [JSON.parse(query.item)];
        ctx.provide('suggestions', provide);
        ctx.provide('calendar-overlay', provide);
      },
    };`;
  const contributes = { providers: ['suggestions', 'calendar-overlay'] };
  const folder = await writePlugin(t, 'agenda', { code, stint: { contributes } });
  const host = await startPluginHost(t, [folder]);
  const person = await host.person();
  const ask = async (kind: string, item: object) =>
    (await person.get(`/providers/${kind}?item=${encodeURIComponent(JSON.stringify(item))}`)).body;
  for (const { kind, item } of kinds) {
    t.same(await ask(kind, item), { results: [{ plugin: 'agenda', items: [item] }], missing: [] });
    for (const wrong of [
      { ...item, title: '' },
      { ...item, end_time: 'noon' },
      { ...item, url: 'javascript:alert(1)' },
      { ...item, accept: 'GET /meetings' },
      { ...item, accept: 'POST //elsewhere.example/*' },
    ])
      t.same(await ask(kind, wrong), { results: [], missing: ['agenda'] }, JSON.stringify(wrong));
  }
});
