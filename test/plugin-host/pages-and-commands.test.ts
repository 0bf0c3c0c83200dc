import t from 'tap';
import { checkPackage } from '../../core/plugin-host/manifest-check.ts';
import { readBlocks } from '../fixtures/doc-page.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { packageJson } from '../fixtures/plugin-archive.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';

const contributes = {
  routes: ['POST /clock-in', 'POST /cards/:id'],
  cards: [
    { name: 'history', region: 'page/v1', title: 'History' },
    { name: 'people', region: 'page/v1', title: 'People', permission: 'manager' },
    { name: 'week', region: 'dashboard/v1', title: 'Week' },
  ],
  pages: [
    { path: 'history', title: 'History', icon: 'history' },
    { path: 'team', title: 'Team', card: 'people' },
    { path: 'audit', title: 'Audit', card: 'history', permission: 'admin' },
  ],
  commands: [
    { name: 'clock-in', title: 'Clock in', calls: 'POST /clock-in', keywords: ['arrive'] },
    { name: 'open', title: 'Open the history', opens: '/p/turnstile/history', icon: 'history' },
    {
      name: 'close',
      title: 'Close',
      calls: 'POST /clock-in',
      confirm: 'Sure?',
      permission: 'admin',
    },
  ],
} as const;

const code = `
  import { definePlugin } from '@stint/plugin';
  const route = (path) => ({ method: 'POST', path, summary: path, response: {}, handler: () => ({}) });
  export default definePlugin({ setup(ctx) { ctx.route(route('/clock-in')); ctx.route(route('/cards/:id')); } });
`;

t.test('pages and commands are listed by role, ready to be opened and called', async (t) => {
  const folder = await writePlugin(t, 'turnstile', {
    code,
    stint: { ui: './ui/cards.js', contributes: { ...contributes, translations: ['en', 'de'] } },
    files: {
      'ui/i18n/en.json': '{}',
      'ui/i18n/de.json': '{"page.history.title": "Verlauf", "command.clock-in.title": "Kommen"}',
    },
  });
  const host = await startPluginHost(t, [folder]);
  const member = await host.person();
  const [listed] = (await member.get('/ui/plugins')).body.data;
  t.equal(listed.module, '/plugins/turnstile/1.0.0/ui.js');
  t.same(listed.pages, [
    { address: '/p/turnstile/history', title: 'History', icon: 'history', card: 'history' },
  ]);
  t.same(listed.commands, [
    {
      name: 'clock-in',
      title: 'Clock in',
      icon: null,
      keywords: ['arrive'],
      opens: null,
      calls: { method: 'POST', path: '/api/plugins/turnstile/clock-in' },
      confirm: null,
    },
    {
      name: 'open',
      title: 'Open the history',
      icon: 'history',
      keywords: [],
      opens: '/p/turnstile/history',
      calls: null,
      confirm: null,
    },
  ]);

  const german = await host.person({ role: 'admin', locale: 'de' });
  const [all] = (await german.get('/ui/plugins')).body.data;
  const addresses = all.pages.map(({ address }: { address: string }) => address);
  t.same(addresses, ['/p/turnstile/history', '/p/turnstile/team', '/p/turnstile/audit']);
  t.equal(all.pages[0].title, 'Verlauf');
  t.equal(all.commands[0].title, 'Kommen');
  t.equal(all.commands[2].confirm, 'Sure?');
});

t.test('a plugin without a ui module has commands all the same', async (t) => {
  const folder = await writePlugin(t, 'bell', {
    stint: { contributes: { commands: [{ name: 'day', title: 'Today', opens: '/' }] } },
  });
  const host = await startPluginHost(t, [folder]);
  const [listed] = (await (await host.person()).get('/ui/plugins')).body.data;
  t.equal(listed.module, null);
  t.same(listed.cards, []);
  t.equal(listed.commands[0].opens, '/');
});

t.test('the manifest that the documentation shows is a valid one', async () => {
  const blocks = await readBlocks('docs/plugins/contract.md');
  const shown = blocks.find(({ language, text }) => language === 'json' && text.includes('pages'));
  const { routes } = contributes;
  checkPackage(packageOf({ ...JSON.parse(shown?.text ?? ''), routes }));
});

t.test('what a manifest says wrongly of its pages and commands is named', (t) => {
  const { cards, pages, commands } = contributes;
  const [clockIn] = commands;
  const cases: [object, string | RegExp][] = [
    [{ cards: [...cards, cards[2]] }, '/stint/contributes/cards/3/name repeats "week"'],
    [{ pages: [pages[0], pages[0]] }, '/stint/contributes/pages/1/path repeats "history"'],
    [{ commands: [clockIn, clockIn] }, '/stint/contributes/commands/1/name repeats "clock-in"'],
    [
      { pages: [{ path: 'week', title: 'Week' }] },
      '/stint/contributes/pages/0 is filled by "week", which is no card of the region page/v1',
    ],
    [
      { commands: [{ name: 'none', title: 'None' }] },
      '/stint/contributes/commands/0 has to have either opens or calls',
    ],
    [
      { commands: [{ ...clockIn, opens: '/' }] },
      '/stint/contributes/commands/0 has to have either opens or calls',
    ],
    [
      { commands: [{ ...clockIn, calls: 'POST /out' }] },
      '/stint/contributes/commands/0/calls "POST /out", which is none of its routes',
    ],
    [{ commands: [{ ...clockIn, calls: 'POST /cards/:id' }] }, /commands\/0\/calls must match/],
    [
      { commands: [{ name: 'away', title: 'Away', opens: '//elsewhere.example' }] },
      /commands\/0\/opens must match/,
    ],
    [{ pages: [{ path: '../x', title: 'X' }] }, /pages\/0\/path must match/],
  ];
  for (const [change, fault] of cases) {
    const message = typeof fault === 'string' ? `The manifest is wrong: ${fault}` : fault;
    t.throws(() => checkPackage(packageOf({ ...contributes, ...change })), { message });
  }
  t.doesNotThrow(() => checkPackage(packageOf(contributes)));
  t.throws(() => checkPackage(packageOf(contributes, {})), {
    message: 'The manifest is wrong: /stint/ui is missing, and there are pages',
  });
  t.end();
});

function packageOf(contributes: object, ui: object = { ui: './ui/cards.js' }): object {
  return packageJson('turnstile', { stint: { ...ui, contributes } });
}
