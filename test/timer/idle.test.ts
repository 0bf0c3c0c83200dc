import t from 'tap';
import { sweepIdleTimers } from '../../core/timer/idle.ts';
import { startHost } from '../fixtures/app.ts';
import { changeSettings } from '../fixtures/work.ts';

t.test('a forgotten timer', async (t) => {
  const host = await startHost(t, { now: '2025-01-27T08:00:00Z' });
  await changeSettings(host.db, { idle_ask_after_minutes: 60, idle_stop_after_minutes: 30 });
  const sweep = () =>
    sweepIdleTimers({ db: host.db, clock: host.clock }, (error) => t.fail(String(error)));
  t.beforeEach(async () => {
    host.clock.set('2025-01-27T08:00:00Z');
    await host.db('time_entries').delete();
  });

  t.test('is asked about once, and stops at the last activity when nobody answers', async (t) => {
    const person = await host.person();
    const { body } = await person.post('/timer/start');
    host.clock.advance({ minutes: 20 });
    await person.post('/timer/activity');
    host.clock.advance({ minutes: 59 });
    t.same(await sweep(), { asked: 0, stopped: 0 });
    host.clock.advance({ minutes: 1 });
    t.same(await sweep(), { asked: 1, stopped: 0 });
    t.same(await sweep(), { asked: 0, stopped: 0 });
    t.ok((await person.get('/timer')).body.timer.idle_asked_at);
    host.clock.advance({ minutes: 30 });
    t.same(await sweep(), { asked: 0, stopped: 1 });
    const stopped = await person.get(`/time-entries/${body.id}`);
    t.match(stopped.body, { duration_seconds: 1200, end_time: '2025-01-27T08:20:00+00:00' });
    const events = await host.db('events').where({ entity_id: body.id }).orderBy('position');
    t.same(
      events.map((event) => event.type),
      ['timer.started', 'timer.idle_asked', 'timer.stopped'],
    );
    t.same(events[2].actor, { user_id: null, via: 'job:timer_sweep' });
  });

  t.test('goes on when somebody answers', async (t) => {
    const person = await host.person();
    await person.post('/timer/start');
    host.clock.advance({ hours: 2 });
    await sweep();
    t.equal((await person.post('/timer/keep')).body.idle_asked_at, null);
    host.clock.advance({ minutes: 45 });
    t.same(await sweep(), { asked: 0, stopped: 0 });
    t.equal((await person.post('/timer/stop')).body.duration_seconds, 165 * 60);
  });

  t.test(
    'is left alone while it is paused, and where a user or the instance says so',
    async (t) => {
      const paused = await host.person();
      await paused.post('/timer/start');
      await paused.post('/timer/pause');
      const never = await host.person({ idle_ask_after_minutes: 0 });
      await never.post('/timer/start');
      const patient = await host.person({ idle_stop_after_minutes: 0 });
      await patient.post('/timer/start');
      host.clock.advance({ hours: 12 });
      t.same(await sweep(), { asked: 1, stopped: 0 });
      host.clock.advance({ hours: 12 });
      t.same(await sweep(), { asked: 0, stopped: 0 });
    },
  );

  t.test('is stopped also in a locked period and where overlaps are forbidden', async (t) => {
    await changeSettings(host.db, { overlap_policy: 'forbid' });
    const person = await host.person();
    await person.post('/timer/start');
    await host.db('period_locks').insert({ ends_on: '2025-12-31' });
    host.clock.advance({ hours: 2 });
    await sweep();
    host.clock.advance({ hours: 2 });
    t.same(await sweep(), { asked: 0, stopped: 1 });
  });
});
