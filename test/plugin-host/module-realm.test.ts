import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';

t.test('a plugin that is started again', async (t) => {
  const folder = t.testdir({
    'package.json': JSON.stringify({
      name: 'stint-plugin-parts',
      version: '1.0.0',
      type: 'module',
      keywords: ['stint-plugin'],
      engines: { stint: '^1.0.0' },
      stint: {
        id: 'parts',
        displayName: 'Parts',
        entry: './plugin.ts',
        contributes: { routes: ['GET /parts'] },
      },
    }),
    'plugin.ts': `
      import { definePlugin } from '@stint/plugin';
      import { Type } from 'typebox';
      import { near } from './parts/near.ts';
      import old from './parts/old.cjs';
      import { outside } from 'outside';
      export default definePlugin({
        setup(ctx) {
          ctx.route({ method: 'GET', path: '/parts', summary: 'Parts', response: { 200: Type.Unknown() },
            handler: async () => ({ ...near(), old, outside: outside(), late: (await import('./parts/late.ts')).late }) });
        },
      });`,
    parts: {
      'near.ts': `import { far } from './far.ts';
        export const near = (): object => ({ near: 1, far });`,
      'far.ts': `export const far: number = 1;`,
      'late.ts': `export const late: number = 1;`,
      'old.cjs': `module.exports = require('./older.cjs');`,
      'older.cjs': `module.exports = 1;`,
    },
  });
  const outside = join(folder, 'node_modules', 'outside');
  await mkdir(outside, { recursive: true });
  await writeFile(
    join(outside, 'package.json'),
    '{"name":"outside","type":"module","exports":"./index.js"}',
  );
  await writeFile(
    join(outside, 'index.js'),
    'let asked = 0; export const outside = () => ++asked;',
  );
  const host = await startPluginHost(t, [folder]);
  const person = await host.person({ scopes: [...scopes, 'read:parts'] });
  const read = async () => (await person.get('/api/plugins/parts/parts')).body;
  t.same(await read(), { near: 1, far: 1, old: 1, outside: 1, late: 1 });

  t.test('has every file of its own anew, however far from the entry', async (t) => {
    for (const [file, text] of Object.entries({
      'far.ts': 'export const far: number = 2;',
      'late.ts': 'export const late: number = 2;',
      'older.cjs': 'module.exports = 2;',
    })) {
      await writeFile(join(folder, 'parts', file), text);
    }
    await host.host.restart('parts');
    t.same(await read(), { near: 1, far: 2, old: 2, outside: 2, late: 2 });
  });

  t.test('takes a file back that did not parse', async (t) => {
    await writeFile(join(folder, 'parts/near.ts'), 'export const near = (');
    await host.host.restart('parts');
    t.equal(host.host.get('parts')?.state, 'failed');
    await writeFile(join(folder, 'parts/near.ts'), 'export const near = () => ({ near: 3 });');
    await host.host.restart('parts');
    t.same(await read(), { near: 3, old: 2, outside: 3, late: 2 });
  });
});
