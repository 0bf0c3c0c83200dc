import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conformance, createTestHost } from '@stint/plugin-testkit';

const plugin = new URL('..', import.meta.url);

await conformance(plugin, test);

test('a timer without a project is refused, and says which field is missing', async (t) => {
  const host = await createTestHost({ plugin });
  t.after(() => host.stop());
  const anna = await host.person({ role: 'admin' });
  const refused = await anna.post('/timer/start', { description: 'x' });
  assert.equal(refused.status, 422);
  assert.equal(refused.body.code, 'STINT_ERR_PLG_STRICT_START_PROJECT');
  assert.equal(refused.body.errors[0].pointer, '/project_id');
  const { body: project } = await anna.post('/projects', { name: 'Museum', color: '#2563eb' });
  assert.equal((await anna.post('/timer/start', { project_id: project.id })).status, 201);
  assert.equal((await anna.post('/timer/stop')).status, 200);
});

test('the administrator chooses the rules, and they hold at once', async (t) => {
  const host = await createTestHost({ plugin, settings: { project: false, description: true } });
  t.after(() => host.stop());
  const anna = await host.person();
  assert.deepEqual((await host.request(host.plugin.route('/rules'), { as: anna })).body, {
    project: false,
    description: true,
  });
  const refused = await anna.post('/timer/start', { description: '  ' });
  assert.equal(refused.body.code, 'STINT_ERR_PLG_STRICT_START_DESCRIPTION');
  assert.equal((await host.plugin.saveSettings({ project: false })).status, 200);
  assert.equal((await anna.post('/timer/start', {})).status, 201);
});
