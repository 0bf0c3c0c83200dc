import t from 'tap';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';

const code = `
import { definePlugin } from '@stint/plugin';
export default definePlugin({
  setup(ctx) {
    const core = ctx.data.asInstance();
    ctx.route({
      method: 'POST',
      path: '/try',
      summary: 'Tries a request for the instance',
      response: { 200: {} },
      handler: async ({ body: { method, path, data, ifMatch } }) => {
        try {
          return await (method === 'get' ? core.get(path) : core.post(path, data, { ifMatch }));
        } catch ({ status, code, message }) {
          return { status, code, message };
        }
      },
    });
  },
});`;

t.test('a plugin that acts for the instance', async (t) => {
  const stint = {
    contributes: { routes: ['POST /try'] },
    permissions: { data: ['read:time_entries', 'write:time_entries', 'read:me'] },
  };
  const folder = await writePlugin(t, 'caretaker', { code, stint });
  const host = await startPluginHost(t, [folder], { scopes: ['write:caretaker'] });
  const person = await host.person();
  const ask = async (body: object) => (await person.post('/api/plugins/caretaker/try', body)).body;

  t.test(
    'reads the entries of everybody, and stops what runs, as nobody in particular',
    async (t) => {
      const { body: timer } = await person.post('/timer/start', {});
      const { data } = await ask({ method: 'get', path: '/time-entries?running=true' });
      t.match(data, [{ id: timer.id, user_id: person.id, version: 1 }]);
      const path = `/time-entries/${timer.id}/stop`;
      t.match(await ask({ path, ifMatch: `"${timer.id}-9"` }), { status: 412 });
      t.match(await ask({ path, ifMatch: `"${timer.id}-1"` }), { id: timer.id, version: 2 });
      const { actor, origin } = await host.db('events').orderBy('position', 'desc').first();
      t.same(actor, { user_id: null, via: 'plugin:caretaker' });
      t.match(origin, { plugin: 'caretaker' });
    },
  );

  t.test('is refused where it matters which person asks, and without the scope', async (t) => {
    for (const [method, path] of [
      ['get', '/me'],
      ['post', '/timer/start'],
      ['post', '/time-entries'],
    ] as const) {
      const { status, code, message } = await ask({ method, path, data: {} });
      t.match([status, code], [403, 'STINT_ERR_FORBIDDEN'], path);
      t.match(message, /needs a person/);
    }
    t.match(await ask({ method: 'get', path: '/users' }), { code: 'STINT_ERR_SCOPE_MISSING' });
  });
});
