import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';

t.test('a plugin that never gives a connection back', async (t) => {
  const hog = await writePlugin(t, 'hog', {
    code: `export default { setup(ctx) {
      for (let i = 0; i < 30; i += 1) ctx.db.transaction(() => new Promise(() => {})).catch(() => {});
    } };`,
  });
  const polite = await writePlugin(t, 'polite', {
    stint: { contributes: { routes: ['GET /two'] } },
    code: `export default { setup(ctx) {
      ctx.route({ method: 'GET', path: '/two', summary: 'Two connections at once', handler: () =>
        ctx.db.transaction(async (trx) => ({
          outer: await trx.one('SELECT 1 AS n'), inner: await ctx.db.one('SELECT 2 AS n') })) });
    } };`,
  });
  const host = await startPluginHost(t, [hog, polite]);
  const person = await host.person({ scopes: [...scopes, 'read:polite'] });

  await t.test('leaves the core enough of them', async (t) => {
    for (let i = 0; i < 5; i += 1) {
      t.equal((await person.post('/timer/start', {})).status, 201);
      t.equal((await person.post('/timer/stop', {})).status, 200);
    }
  });

  await t.test('and other plugins theirs, also a second one inside of the first', async (t) => {
    const { status, body } = await person.get('/api/plugins/polite/two');
    t.equal(status, 200);
    t.same(body, { outer: { n: 1 }, inner: { n: 2 } });
  });
});
