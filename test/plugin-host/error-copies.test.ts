import t from 'tap';
import { AuthFailed, PluginError, Reject } from '../../core/sdk/plugin/errors.ts';

t.test('typed errors of another copy of the package are the same to the host', async (t) => {
  const url = new URL('../../core/sdk/plugin/errors.ts?copy', import.meta.url).href;
  const copy: typeof import('../../core/sdk/plugin/errors.ts') = await import(url);
  t.not(copy.Reject, Reject);
  const error = new copy.Reject('STINT_ERR_PLG_X', 'No.');
  t.ok(error instanceof Reject);
  t.ok(error instanceof PluginError);
  t.notOk(error instanceof AuthFailed);
  t.ok(error instanceof Error);
  for (const other of [new Error('No.'), null, 'Reject', { name: 'Reject' }])
    t.notOk(other instanceof PluginError);
});
