import { join } from 'node:path';
import t from 'tap';
import { fixturePlugins } from '../../fixtures/plugin-app.ts';
import { call, startProcesses } from '../../fixtures/plugin-processes.ts';

const [old, next] = ['mill', 'mill_new'].map((name) => join(fixturePlugins, name));

t.test('settings of connections follow their plugin to its next version', async (t) => {
  const processes = await startProcesses(t);
  const people = await Promise.all(
    ['oats', 'cursed', 'gone'].map(async (repo) => ({
      repo,
      ...(await processes.person('member', ['read:mill', 'write:mill'])),
    })),
  );
  const at = (method: string, path: string) =>
    [method, `/api/plugins/mill${path}`] as [string, string];
  const first = await processes.spawn([old as string]);
  for (const { token, repo } of people) {
    const values = { token: 'token-of-old-days', repo };
    t.equal((await call(first, token, at('POST', '/config'), values)).status, 200);
    if (repo === 'gone') await call(first, token, at('POST', '/disconnect'), {});
  }
  await first.kill();

  const second = await processes.spawn([next as string]);
  const [ann, bob, eve] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  t.match((await call(second, ann.token, at('GET', '/status'))).body, {
    ok: true,
    health: 'connected',
    config: { repository: 'oats', key: { set: true } },
  });
  t.equal((await call(second, ann.token, at('POST', '/test'), {})).body.ok, true);
  t.match((await call(second, bob.token, at('GET', '/status'))).body, {
    ok: true,
    health: 'error',
    last_error: 'Nobody can move cursed.',
  });
  t.match((await call(second, eve.token, at('GET', '/config'))).body.values, {
    repository: 'gone',
    key: { set: false },
  });
  await second.kill();

  const third = await processes.spawn([old as string]);
  t.match((await call(third, ann.token, at('GET', '/status'))).body, {
    health: 'error',
    last_error: 'They are of version 2, the plugin of 1.',
  });
  t.match((await call(third, bob.token, at('GET', '/status'))).body, { ok: true });
  await third.kill();
});
