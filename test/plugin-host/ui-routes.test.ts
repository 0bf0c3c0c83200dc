import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { startPluginHost } from '../fixtures/plugin-app.ts';

const cards = [
  {
    name: 'week',
    region: 'dashboard/v1',
    title: 'Week',
    icon: 'target',
    size: { columns: 4, rows: 2 },
  },
  { name: 'limits', region: 'admin.section/v1', title: 'Limits', permission: 'admin' },
];

function makePlugin(t: Test, ui: string, files: object): string {
  return t.testdir({
    'package.json': JSON.stringify({
      name: 'stint-plugin-cards',
      version: '1.2.0',
      type: 'module',
      keywords: ['stint-plugin'],
      engines: { stint: '^1.0.0' },
      stint: {
        id: 'cards',
        displayName: 'Cards',
        entry: './plugin.ts',
        ui,
        contributes: { cards },
      },
    }),
    'plugin.ts': 'export default { setup() {} };',
    '.env': 'SECRET=1',
    ...files,
  });
}

t.test('cards of plugins', async (t) => {
  const folder = makePlugin(t, './ui/cards.js', {
    ui: { 'cards.js': "import './part.js';", 'part.js': '// part', '.env': 'SECRET=2', 'a.ts': '' },
  });
  await symlink(join(folder, 'package.json'), join(folder, 'ui', 'leak.json'));
  const host = await startPluginHost(t, [folder]);
  const visitor = host.withToken(undefined);
  const get = (url: string) => host.inject({ url });

  t.test('are listed for whoever is signed in, by role', async (t) => {
    const member = await host.person();
    const { body } = await member.get('/ui/plugins');
    const listed = cards.map((card) => ({ ...card, keepsForm: false }));
    t.same(body.data, [
      {
        id: 'cards',
        display_name: 'Cards',
        version: '1.2.0',
        module: '/plugins/cards/1.2.0/ui.js',
        cards: [listed[0]],
        pages: [],
        commands: [],
        has_own_settings: false,
        translations: [],
      },
    ]);
    const admin = await host.person({ role: 'admin' });
    t.same((await admin.get('/ui/plugins')).body.data[0].cards, listed);
    t.equal((await visitor.get('/ui/plugins')).status, 401);
  });

  t.test('have a module that browsers keep for good', async (t) => {
    const module = await get('/plugins/cards/1.2.0/ui.js');
    t.equal(module.status, 200);
    t.equal(module.text, "import './part.js';");
    t.equal(module.headers['content-type'], 'text/javascript; charset=utf-8');
    t.equal(module.headers['cache-control'], 'public, max-age=31536000, immutable');
    t.equal(module.headers['x-content-type-options'], 'nosniff');
    t.equal((await get('/plugins/cards/1.2.0/part.js')).text, '// part');
  });

  t.test('have nothing served but their folder, in the version that runs', async (t) => {
    for (const path of [
      '1.2.0/../package.json',
      '1.2.0/%2e%2e/package.json',
      '1.2.0/..%2fpackage.json',
      '1.2.0/..%5cpackage.json',
      '1.2.0//etc/hosts.json',
      '1.2.0/part.js%00.json',
      '1.2.0/.env',
      '1.2.0/a.ts',
      '1.2.0/leak.json',
      '1.2.0/none.js',
      '1.2.0/',
      '1.1.0/ui.js',
      '%2e%2e/ui.js',
    ]) {
      t.equal((await get(`/plugins/cards/${path}`)).status, 404, path);
    }
    t.equal((await get('/plugins/nobody/1.2.0/ui.js')).status, 404);
  });

  t.test('are gone as soon as the plugin is off', async (t) => {
    const admin = await host.person({ role: 'admin' });
    await admin.post('/plugins/cards/disable');
    t.same((await admin.get('/ui/plugins')).body.data, []);
    t.equal((await get('/plugins/cards/1.2.0/ui.js')).status, 404);
  });
});

t.test('a module beside package.json is served alone', async (t) => {
  const folder = makePlugin(t, './cards.js', { 'cards.js': '// cards' });
  const host = await startPluginHost(t, [folder]);
  t.equal((await host.inject({ url: '/plugins/cards/1.2.0/ui.js' })).text, '// cards');
  for (const name of ['package.json', 'cards.js']) {
    t.equal((await host.inject({ url: `/plugins/cards/1.2.0/${name}` })).status, 404, name);
  }
});
