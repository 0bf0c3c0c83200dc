import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { changeSettings, makeProject } from '../fixtures/work.ts';

t.test('an entry that runs', async (t) => {
  const host = await startHost(t, { now: '2025-01-27T08:00:00Z' });
  const project = await makeProject(host.db);
  const person = await host.person();
  const stranger = await host.person();
  const admin = await host.person({ role: 'admin' });
  const manager = await host.person({ role: 'manager' });
  await host.db('project_members').insert({ project_id: project, user_id: manager.id });
  const start = async () =>
    (await person.post('/timer/start', { project_id: project })).body.id as number;
  t.beforeEach(async () => {
    host.clock.set('2025-01-27T08:00:00Z');
    await host.db('time_entries').delete();
  });

  t.test('is stopped by whoever may edit it, now or at a past moment', async (t) => {
    const first = await start();
    host.clock.advance({ hours: 1 });
    t.equal((await stranger.post(`/time-entries/${first}/stop`, {})).status, 404);
    const stopped = await manager.post(`/time-entries/${first}/stop`, {
      end_time: '2025-01-27T08:20:00Z',
    });
    t.match(stopped, { status: 200, body: { user_id: person.id, duration_seconds: 1200 } });
    const second = await start();
    host.clock.advance({ minutes: 5 });
    const { body } = await person.post(`/time-entries/${second}/stop`, {});
    t.equal(body.duration_seconds, 300);
    t.equal(
      (await admin.post(`/time-entries/${second}/stop`, {})).body.code,
      'STINT_ERR_TIMER_NOT_RUNNING',
    );
  });

  t.test('is not stopped in the future, nor before it began', async (t) => {
    const id = await start();
    for (const end_time of ['2025-01-27T07:59:59Z', '2025-01-27T08:00:01Z']) {
      const { status, body } = await admin.post(`/time-entries/${id}/stop`, { end_time });
      t.match(
        [status, body.code, body.errors[0].pointer],
        [422, 'STINT_ERR_TIMER_INSTANT', '/end_time'],
      );
    }
  });

  t.test(
    'is stopped in a locked period, where overlaps are forbidden, and while paused',
    async (t) => {
      await changeSettings(host.db, { overlap_policy: 'forbid' });
      const id = await start();
      host.clock.advance({ minutes: 10 });
      await person.post('/timer/pause');
      await host.db('period_locks').insert({ ends_on: '2025-12-31' });
      host.clock.advance({ minutes: 10 });
      t.equal((await admin.post(`/time-entries/${id}/stop`, {})).body.duration_seconds, 600);
      await host.db('period_locks').delete();
    },
  );

  t.test('is left as it is when it has changed since it was read', async (t) => {
    const id = await start();
    const headers = { 'if-match': `"${id}-1"` };
    await admin.post(`/time-entries/${id}/ask`, {}, headers);
    for (const action of ['stop', 'ask']) {
      const { body } = await admin.post(`/time-entries/${id}/${action}`, {}, headers);
      t.equal(body.code, 'STINT_ERR_VERSION_MISMATCH', action);
    }
    const { status } = await admin.post(
      `/time-entries/${id}/stop`,
      {},
      { 'if-match': `"${id}-2"` },
    );
    t.equal(status, 200);
  });

  t.test('is asked about once, until somebody answers', async (t) => {
    const id = await start();
    t.equal((await stranger.post(`/time-entries/${id}/ask`, {})).status, 404);
    const asked = await admin.post(`/time-entries/${id}/ask`, {});
    t.match(asked.body, { idle_asked_at: '2025-01-27T08:00:00+00:00' });
    t.equal((await admin.post(`/time-entries/${id}/ask`, {})).body.code, 'STINT_ERR_TIMER_ASKED');
    await person.post('/timer/keep');
    t.equal((await admin.post(`/time-entries/${id}/ask`, {})).status, 200);
  });

  t.test('is not asked about while it is paused, or when it has stopped', async (t) => {
    const id = await start();
    const code = async () => (await admin.post(`/time-entries/${id}/ask`, {})).body.code;
    await person.post('/timer/pause');
    t.equal(await code(), 'STINT_ERR_TIMER_PAUSED');
    await person.post('/timer/stop');
    t.equal(await code(), 'STINT_ERR_TIMER_NOT_RUNNING');
  });

  t.test('is not asked about when somebody was there meanwhile', async (t) => {
    const id = await start();
    host.clock.advance({ minutes: 30 });
    await person.post('/timer/activity');
    const inactive_since = '2025-01-27T08:29:59Z';
    const { status, body } = await admin.post(`/time-entries/${id}/ask`, { inactive_since });
    t.match([status, body.code], [409, 'STINT_ERR_TIMER_ACTIVE']);
  });

  t.test('is found by how long nobody was there', async (t) => {
    const id = await start();
    const find = async () => {
      const { body } = await admin.get('/time-entries?inactive_since=2025-01-27T08:00:00Z');
      return body.data.map((entry: { id: number }) => entry.id);
    };
    t.same(await find(), [id]);
    host.clock.advance({ seconds: 1 });
    await person.post('/timer/activity');
    t.same(await find(), []);
    await host.db('time_entries').update({ last_activity_at: null });
    t.same(await find(), [id], 'since its start where nobody was there since');
    await person.post('/timer/pause');
    await host.db('time_entries').update({ last_activity_at: null });
    t.same(await find(), [], 'a paused timer is not idle');
    await person.post('/timer/stop');
    t.same(await find(), []);
  });
});
