import { join } from 'node:path';
import t from 'tap';
import { scopes } from '../../core/auth/scopes.ts';
import { fixturePlugins, startPluginHost } from '../fixtures/plugin-app.ts';
import { makeEntry } from '../fixtures/work.ts';

const all = [...scopes, 'read:strict', 'write:strict'];
const span = { start_time: '2025-01-20T09:00:00Z', end_time: '2025-01-20T10:00:00Z' };

t.test('guards', async (t) => {
  const host = await startPluginHost(t, [join(fixturePlugins, 'strict')]);
  const person = await host.person({ scopes: all });
  const asked = async () =>
    (await person.get('/api/plugins/strict/asked')).body.map((one: { point: string }) => one.point);
  const descriptions = async () =>
    host.db('time_entries').where({ deleted_at: null }).orderBy('id').pluck('description');

  t.test('refuse or change what is recorded', async (t) => {
    const refused = await person.post('/time-entries', { ...span, description: 'no' });
    t.match([refused.status, refused.body.code], [422, 'STINT_ERR_PLG_STRICT_NO']);
    const tidy = await person.post('/time-entries', { ...span, description: 'tidy' });
    t.match(tidy.body, { description: 'tidied', billable: false });
    t.same(await asked(), ['entry.beforeCreate', 'entry.beforeCreate']);
  });

  t.test('answer in one form, whatever they throw', async (t) => {
    const { status, body } = await person.post('/time-entries', { ...span, description: 'weird' });
    t.match([status, body.code, body.detail], [422, 'STINT_ERR_PLG_STRICT_REJECTED', '7']);
    await asked();
  });

  t.test('refuse or change an edit and a deletion, the running entry included', async (t) => {
    const { body: entry } = await person.post('/time-entries', { ...span, description: 'kept' });
    const path = `/time-entries/${entry.id}`;
    await asked();
    t.equal((await person.patch(path, { description: 'no' })).status, 422);
    t.equal((await person.patch(path, { description: 'tidy' })).body.description, 'tidied');
    t.equal((await person.delete(path)).status, 204);
    t.same(await asked(), ['entry.beforeUpdate', 'entry.beforeUpdate', 'entry.beforeDelete']);
    await person.post('/timer/start', { description: 'run' });
    t.equal((await person.patch('/timer', { description: 'no' })).status, 422);
    t.equal((await person.post('/timer/pause')).status, 200);
    t.equal((await person.post('/timer/stop')).status, 200);
    t.same(await asked(), ['timer.beforeStart', 'entry.beforeUpdate']);
  });

  t.test('cannot keep anybody from stopping the clock', async (t) => {
    await makeEntry(host.db, person.id, ['2025-01-27T11:00:00Z', null], { description: 'no' });
    t.equal((await person.post('/timer/stop')).status, 200);
    t.same(await asked(), []);
  });

  t.test('are asked about each of many, and one refusal leaves all as they are', async (t) => {
    await host.db('time_entries').delete();
    const entries = ['a', 'tidy'].map((description, i) => ({
      description,
      start_time: `2025-01-2${i}T09:00:00Z`,
      duration_seconds: 60,
    }));
    const made = await person.post('/time-entries/bulk-create', { entries });
    t.equal(made.status, 201);
    t.same(await descriptions(), ['a', 'tidied']);
    const ids = made.body.data.map(({ id }: { id: number }) => id);
    const bad = [...entries, { ...entries[0], description: 'no' }];
    t.equal((await person.post('/time-entries/bulk-create', { entries: bad })).status, 422);
    t.same(await descriptions(), ['a', 'tidied']);
    await person.post('/time-entries/bulk-update', { ids, set: { description: 'tidy' } });
    t.same(await descriptions(), ['tidied', 'tidied']);
    await host.db('time_entries').where({ id: ids[1] }).update({ description: 'no' });
    t.equal((await person.post('/time-entries/bulk-delete', { ids })).status, 422);
    t.same(await descriptions(), ['tidied', 'no']);
    await host.db('time_entries').where({ id: ids[1] }).update({ description: 'b' });
    t.equal((await person.post('/time-entries/bulk-delete', { ids })).status, 204);
    await asked();
  });

  t.test('may refuse to split and to duplicate', async (t) => {
    const id = await makeEntry(host.db, person.id, [span.start_time, span.end_time], {
      description: 'no',
    });
    const at = '2025-01-20T09:30:00Z';
    t.equal((await person.post(`/time-entries/${id}/split`, { at })).status, 422);
    t.equal((await person.post(`/time-entries/${id}/duplicate`, {})).status, 422);
    await host.db('time_entries').where({ id }).update({ description: 'fine' });
    t.equal((await person.post(`/time-entries/${id}/split`, { at })).status, 200);
    t.equal((await person.post(`/time-entries/${id}/duplicate`, {})).status, 201);
    t.same(await asked(), [
      'entry.beforeUpdate',
      'entry.beforeCreate',
      'entry.beforeUpdate',
      'entry.beforeCreate',
    ]);
  });

  t.test('may refuse settings of the instance', async (t) => {
    const admin = await host.person({ role: 'admin' });
    t.equal((await admin.patch('/settings', { multiple_timers: true })).status, 422);
    t.equal((await admin.patch('/settings', { rounding_minutes: 6 })).status, 200);
  });

  t.test('are not asked about a change that they make themselves', async (t) => {
    await asked();
    const made = await person.post('/time-entries', { ...span, description: 'again' });
    t.equal(made.status, 201);
    t.same(await asked(), ['entry.beforeCreate']);
    t.ok((await descriptions()).includes('again once'));
  });
});
