/** How a plugin finds what it looks for without reading everything. */
import { DataError, type PluginContext } from '@stint/plugin';
import t from 'tap';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';
import { makeProject } from '../fixtures/work.ts';
import { captureQueries, explain, nodesOf } from '../plans/capture.ts';

const text = { type: 'string' };
const settings = {
  user: { type: 'object', properties: { nick: text } },
  connection: {
    type: 'object',
    properties: {
      team: text,
      token: { type: 'string', 'x-secret': true },
      boards: { type: 'array', items: { type: 'object', properties: { key: text, at: text } } },
      project_id: { type: 'integer', 'x-optionsFrom': 'stint.projects' },
    },
  },
};
const code = `export default { settings: ${JSON.stringify(settings)}, setup() {} };`;

t.test('a plugin finds', async (t) => {
  const permissions = { data: ['read:projects', 'read:tasks', 'write:tasks'], secrets: true };
  const folder = await writePlugin(t, 'finder', { code, stint: { permissions } });
  const host = await startPluginHost(t, [folder], { scopes: ['read:finder', 'write:finder'] });
  const ctx = host.host.get('finder')?.run?.surfaces.context as PluginContext;
  const ann = await host.person();
  const bob = await host.person();
  const save = async (person: typeof ann, config: object) =>
    t.equal((await person.post('/api/plugins/finder/config', config)).status, 200);
  const found = async (like: object) =>
    (await ctx.connections.matching(like)).map(({ user_id }) => user_id);

  await save(ann, { team: 'T1', token: 'hush', boards: [{ key: 'Shop', at: 'acme' }] });
  const boards = [
    { key: 'web', at: 'ACME' },
    { key: 'shop', at: 'acme' },
  ];
  await save(bob, { team: 'T1', boards });

  t.test('connections by a part of what was set, whatever the case of its letters', async (t) => {
    t.same(await found({ team: 't1' }), [ann.id, bob.id]);
    t.same(await found({ boards: [{ at: 'Acme', key: 'SHOP' }] }), [ann.id, bob.id]);
    t.same(await found({ boards: [{ key: 'WEB' }] }), [bob.id]);
    t.same(await found({ boards: [{ at: 'acme', key: 'docs' }] }), []);
    t.same(await found({ team: `' OR true --` }), []);
    const [connection] = await ctx.connections.matching({ boards: [{ key: 'shop' }] });
    t.match(connection?.config, { token: 'hush', boards: [{ key: 'Shop' }] }, 'as it was set');
  });

  t.test('none by a secret, none that ended, and none of somebody who left', async (t) => {
    t.same(await found({ token: 'hush' }), []);
    await bob.post('/api/plugins/finder/disconnect', {});
    t.same(await found({ team: 'T1' }), [ann.id]);
    await save(bob, { team: 'T1', boards });
    await host.db('users').where({ id: bob.id }).update({ active: false });
    t.same(await found({ team: 'T1' }), [ann.id]);
    await host.db('users').where({ id: bob.id }).update({ active: true });
  });

  t.test('people by what they set for themselves', async (t) => {
    for (const [person, nick] of [
      [ann, 'Octo-Cat'],
      [bob, 'hub'],
    ] as const)
      t.equal((await person.put('/me/plugins/finder/settings', { nick })).status, 200);
    const people = await Array.fromAsync(ctx.settings.users({ nick: 'octo-cat' }));
    t.match(people, [{ user: { id: ann.id }, settings: { nick: 'Octo-Cat' } }]);
    t.equal(people.length, 1);
    t.equal((await Array.fromAsync(ctx.settings.users())).length, 2);
  });

  t.test('both by an index, however many people there are', async (t) => {
    await host.db.raw(`
      INSERT INTO users (email, name, role, time_zone, password_hash)
      SELECT 'p' || n || '@stint.example', 'P', 'member', 'UTC', 'x' FROM generate_series(1, 20000) n`);
    await host.db.raw(`
      INSERT INTO integrations (user_id, provider, config, health)
      SELECT id, 'finder', jsonb_build_object('team', 'N' || id), 'connected' FROM users
      WHERE email LIKE 'p%' ON CONFLICT DO NOTHING`);
    await host.db.raw(`
      INSERT INTO plugin_settings (plugin_id, user_id, settings_version, data)
      SELECT 'finder', id, 1, jsonb_build_object('nick', 'n' || id) FROM users
      WHERE email LIKE 'p%' ON CONFLICT DO NOTHING`);
    await host.db.raw('ANALYZE users, integrations, plugin_settings');
    for (const [index, look] of [
      ['integrations_config', () => ctx.connections.matching({ team: 'T1' })],
      ['plugin_settings_data', () => Array.fromAsync(ctx.settings.users({ nick: 'hub' }))],
    ] as const) {
      const [query] = await captureQueries(look);
      const plan = await explain(host.db, query as never);
      t.ok(
        nodesOf(plan).some((node) => node['Index Name'] === index),
        index,
      );
    }
  });

  t.test('one thing, or nothing where nothing is', async (t) => {
    const data = ctx.data.as(ann.id);
    const project_id = await makeProject(host.db, { name: 'Webshop' });
    const hidden = await makeProject(host.db, { name: 'Hidden', visibility: 'members' });
    const task = await data.post<{ id: number }>('/tasks', { project_id, name: 'One' });
    t.match(await data.find(`/tasks/${task.id}`), { name: 'One' });
    t.equal(await data.find('/tasks/999999'), undefined);
    t.equal(await data.find(`/projects/${hidden}`), undefined, 'not theirs to see');
    t.match(await data.first('/projects', { search: 'webs' }), { id: project_id });
    t.equal(await data.first('/projects', { search: 'nothing' }), undefined);
    const refusal = (work: Promise<unknown>) =>
      work.then(() => 'none').catch((error) => error instanceof DataError && error.status);
    t.equal(await refusal(data.find('/time-entries/1')), 403);
    t.equal(await refusal(data.first('/tasks', { status: 'lost' })), 400);
  });

  t.test('no choice of projects to write: the host knows them', async (t) => {
    const body = { name: 'stint.projects', values: {} };
    const ask = async (person: typeof ann) =>
      (await person.post('/api/plugins/finder/options', body)).body;
    await makeProject(host.db, { name: 'Gone', archived_at: new Date() });
    const labels = ({ options }: { options: { label: string }[] }) =>
      options.map(({ label }) => label);
    const answer = await ask(ann);
    t.equal(answer.ok, true);
    t.same(labels(answer), ['Webshop'], 'active, and theirs to see');
    const manager = await host.person({ role: 'manager' });
    t.same(labels(await ask(manager)), ['Hidden', 'Webshop'], 'before they have connected, too');
    t.match((await ann.post('/api/plugins/finder/options', { name: 'x', values: {} })).body, {
      ok: true,
      options: [],
    });
  });
});
