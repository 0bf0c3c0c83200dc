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
  const asked: ReturnType<typeof call>[] = [];
  const ask = () => {
    const answer = call(stint, token, ['GET', '/api/plugins/hangs/long']);
    asked.push(answer);
    return answer;
  };

  // Which three come first is not ours to say: any of those that are asked may be one too many.
  for (let i = 0; i < 3; i += 1) ask();
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

  const codes = (await Promise.all(asked)).map(({ body }) => body.code);
  const places = codes.filter((code) => code === 'STINT_ERR_PLUGIN_TIMEOUT');
  const busy = codes.filter((code) => code === 'STINT_ERR_PLUGIN_BUSY');
  t.equal(places.length, 3);
  t.equal(busy.length, codes.length - 3);
  t.equal((await ask()).body.code, 'STINT_ERR_PLUGIN_TIMEOUT', 'and it is asked again');
});
