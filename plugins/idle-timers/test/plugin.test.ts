import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type Caller, conformance, createTestHost } from '@stint/plugin-testkit';

const plugin = new URL('..', import.meta.url);

await conformance(plugin, test);

const hour = { ask_after_minutes: 60, stop_after_minutes: 30 };

async function startHost(t: TestContext, settings: object = hour) {
  const now = '2025-01-27T08:00:00Z';
  const host = await createTestHost({ plugin, now, settings: { ...settings } });
  t.after(() => host.stop());
  const start = async (person: Caller) => (await person.post('/timer/start', {})).body.id as number;
  const admin = await host.person({ role: 'admin' });
  const read = async (id: number) => (await admin.get(`/time-entries/${id}`)).body;
  /** What became of a timer after the next look at it: nothing, `asked` or `stopped`. */
  const sweep = async (id: number) => {
    await host.runJobs();
    const { end_time, idle_asked_at } = await read(id);
    return end_time ? 'stopped' : idle_asked_at ? 'asked' : 'runs';
  };
  return { ...host, admin, start, read, sweep };
}

test('a forgotten timer is asked about once, and stops at the last activity when nobody answers', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const id = await host.start(person);
  host.clock.advance({ minutes: 20 });
  await person.post('/timer/activity');
  host.clock.advance({ minutes: 59 });
  assert.equal(await host.sweep(id), 'runs');
  host.clock.advance({ minutes: 1 });
  assert.equal(await host.sweep(id), 'asked');
  const { idle_asked_at } = await host.read(id);
  host.clock.advance({ minutes: 29 });
  assert.equal(await host.sweep(id), 'asked');
  assert.equal((await host.read(id)).idle_asked_at, idle_asked_at);
  host.clock.advance({ minutes: 1 });
  assert.equal(await host.sweep(id), 'stopped');
  const { duration_seconds, end_time } = await host.read(id);
  assert.deepEqual([duration_seconds, end_time], [1200, '2025-01-27T08:20:00+00:00']);
  const events = await host.db('events').where({ entity_id: id }).orderBy('position');
  assert.deepEqual(
    events.map(({ type }) => type),
    ['timer.started', 'timer.idle_asked', 'timer.stopped'],
  );
  assert.deepEqual(events[2].actor, { user_id: null, via: 'plugin:idle_timers' });
});

test('it goes on when somebody answers', async (t) => {
  const host = await startHost(t);
  const person = await host.person();
  const id = await host.start(person);
  host.clock.advance({ hours: 2 });
  assert.equal(await host.sweep(id), 'asked');
  assert.equal((await person.post('/timer/keep')).body.idle_asked_at, null);
  host.clock.advance({ minutes: 45 });
  assert.equal(await host.sweep(id), 'runs');
  assert.equal((await person.post('/timer/stop')).body.duration_seconds, 165 * 60);
});

test('it is left alone while it is paused, and where a person says so', async (t) => {
  const host = await startHost(t);
  const [paused, never, patient] = [
    await host.person(),
    await host.person(),
    await host.person(),
  ] as const;
  await host.plugin.saveSettings({ ask_after_minutes: 0 }, never);
  await host.plugin.saveSettings({ stop_after_minutes: 0 }, patient);
  const ids = await Promise.all([paused, never, patient].map(host.start));
  await paused.post('/timer/pause');
  const sweepAll = async () => {
    const states = [];
    for (const id of ids) states.push(await host.sweep(id));
    return states;
  };
  host.clock.advance({ hours: 12 });
  assert.deepEqual(await sweepAll(), ['runs', 'runs', 'asked']);
  host.clock.advance({ hours: 12 });
  assert.deepEqual(await sweepAll(), ['runs', 'runs', 'asked']);
});

test('nobody is asked where the instance says never, but those who want to be', async (t) => {
  const host = await startHost(t, { ask_after_minutes: 0 });
  const [plain, eager] = [await host.person(), await host.person()];
  await host.plugin.saveSettings({ ask_after_minutes: 30 }, eager);
  const ids = [await host.start(plain), await host.start(eager)] as const;
  host.clock.advance({ hours: 12 });
  assert.equal(await host.sweep(ids[0]), 'runs');
  assert.equal(await host.sweep(ids[1]), 'asked');
});

test('it asks after eight hours and never stops by itself, unless somebody says otherwise', async (t) => {
  const host = await startHost(t, {});
  const id = await host.start(await host.person());
  host.clock.advance({ hours: 7, minutes: 59 });
  assert.equal(await host.sweep(id), 'runs');
  host.clock.advance({ minutes: 1 });
  assert.equal(await host.sweep(id), 'asked');
  host.clock.advance({ hours: 100 });
  assert.equal(await host.sweep(id), 'asked');
});

test('it is stopped also in a locked period, where overlaps are forbidden, and of somebody who left', async (t) => {
  const host = await startHost(t);
  await host.admin.patch('/settings', { overlap_policy: 'forbid' });
  const id = await host.start(await host.person());
  const gone = await host.person();
  const left = await host.start(gone);
  await host.db('period_locks').insert({ ends_on: '2025-12-31' });
  await host.db('users').where({ id: gone.id }).update({ active: false });
  for (const state of ['asked', 'stopped']) {
    host.clock.advance({ hours: 2 });
    assert.deepEqual([await host.sweep(id), await host.sweep(left)], [state, state]);
  }
});
