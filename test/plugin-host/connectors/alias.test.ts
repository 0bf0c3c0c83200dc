import type { PackageJson } from '@stint/plugin';
import t from 'tap';
import { checkPackage } from '../../../core/plugin-host/manifest-check.ts';
import { orderPlugins } from '../../../core/plugin-host/order.ts';

function pack(id: string, aliases: string[]): PackageJson {
  return checkPackage({
    name: `stint-plugin-${id}`,
    version: '1.0.0',
    keywords: ['stint-plugin'],
    engines: { stint: '^1.0.0' },
    stint: { id, displayName: id, entry: './plugin.ts', aliases },
  });
}

t.test('an alias has one owner: a second plugin that wants it does not start', async (t) => {
  const found = ['first', 'second', 'third'].map((id) => ({
    id,
    folder: `/${id}`,
    package: pack(id, [`/api/integrations/${id === 'third' ? 'other' : 'mill'}`]),
  }));
  const ordered = orderPlugins(found);
  t.same(
    ordered.map(({ id, fault }) => [id, (fault as { code?: string } | undefined)?.code]),
    [
      ['first', undefined],
      ['second', 'STINT_ERR_PLUGIN_ALIAS'],
      ['third', undefined],
    ],
  );
});

t.test('an alias is one segment below /api/integrations, and nothing of the core', async (t) => {
  for (const alias of [
    '/api/v1/timer',
    '/api/integrations',
    '/api/integrations/',
    '/api/integrations/a/b',
    '/api/integrations/..',
    '/api/integrations/:name',
    '/api/integrations/Mill',
    '/login',
  ]) {
    t.throws(() => pack('mill', [alias]), { code: 'STINT_ERR_PLUGIN_MANIFEST' }, alias);
  }
});
