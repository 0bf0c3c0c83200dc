import { join } from 'node:path';
import t from 'tap';
import { fixturePlugins } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';
import { call, startProcesses, until } from '../fixtures/plugin-processes.ts';

t.test('a plugin whose route hangs', async (t) => {
  const hangs = await writePlugin(t, 'hangs', {
    stint: { contributes: { routes: ['GET /long'] } },
    code: `export default { setup(ctx) {
      ctx.route({ method: 'GET', path: '/long', summary: 'Hangs', timeoutSeconds: 3,
        handler: () => new Promise(() => {}) });
    } };`,
  });
  const processes = await startProcesses(t);
  const own = ['read:hangs', 'read:goals'];
  const { token } = await processes.person('admin', own);
  const stint = await processes.spawn([hangs, join(fixturePlugins, 'goals')], { openRequests: 3 });
  const ask = () => call(stint, token, ['GET', '/api/plugins/hangs/long']);

  const open = [ask(), ask(), ask()];
  const refused = await until('one too many', 3, async () => {
    const answer = await Promise.race([
      ask(),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 500)),
    ]);
    return answer?.body.code === 'STINT_ERR_PLUGIN_BUSY' && answer;
  });
  t.equal(refused.status, 503);
  t.match(refused.body.detail, /hangs/);
  const { headers } = await fetch(`${stint.url}/api/plugins/hangs/long`, {
    headers: { authorization: `Bearer ${token}` },
  });
  t.equal(headers.get('retry-after'), '1');

  t.equal((await call(stint, token, ['POST', '/timer/start'], {})).status, 201);
  t.equal((await call(stint, token, ['POST', '/timer/stop'], {})).status, 200);
  t.equal((await call(stint, token, ['GET', '/api/plugins/goals/seconds'])).status, 200);

  for (const { body } of await Promise.all(open)) t.equal(body.code, 'STINT_ERR_PLUGIN_TIMEOUT');
  t.equal((await ask()).body.code, 'STINT_ERR_PLUGIN_TIMEOUT', 'and it is asked again');
});
