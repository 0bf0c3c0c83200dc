import t from 'tap';
import { startHost } from '../fixtures/app.ts';
import { changeSettings, makeProject, makeTask } from '../fixtures/work.ts';

t.test('a timer', async (t) => {
  const host = await startHost(t, { now: '2025-01-27T08:00:00Z' });
  const person = await host.person();
  const project = await makeProject(host.db);
  const task = await makeTask(host.db, project);
  t.beforeEach(async () => {
    host.clock.set('2025-01-27T08:00:00Z');
    await host.db('time_entries').delete();
  });

  t.test('counts whole seconds from a start that has fractions', async (t) => {
    // None is written by Stint; a row of an import into the database, or of an older one, may have them.
    const start_time = '2025-01-27T07:59:59.750Z';
    await host
      .db('time_entries')
      .insert({ user_id: person.id, start_time, source: 'timer', project_id: project });
    const { status, body } = await person.get('/timer');
    t.equal(status, 200);
    t.match(body, { elapsed_seconds: 0, timer: { start_time: '2025-01-27T07:59:59+00:00' } });
    host.clock.advance({ minutes: 10 });
    t.equal((await person.get('/timer')).body.elapsed_seconds, 600);
    const stopped = await person.post('/timer/stop');
    t.match(stopped.body, { end_time: '2025-01-27T08:10:00+00:00', duration_seconds: 600 });
  });

  t.test('runs from start to stop', async (t) => {
    const started = await person.post('/timer/start', { task_id: task, description: 'Build' });
    t.equal(started.status, 201);
    t.match(started.body, {
      project_id: project,
      task_id: task,
      end_time: null,
      duration_seconds: null,
      source: 'timer',
    });
    host.clock.advance({ minutes: 90 });
    const state = await person.get('/timer');
    t.match(state.body, {
      elapsed_seconds: 5400,
      timer: { id: started.body.id },
      server_time: '2025-01-27T09:30:00+00:00',
    });
    const stopped = await person.post('/timer/stop');
    t.match(stopped.body, {
      id: started.body.id,
      duration_seconds: 5400,
      end_time: '2025-01-27T09:30:00+00:00',
    });
    t.equal((await person.get('/timer')).body.timer, null);
    const events = await host
      .db('events')
      .where({ entity_id: started.body.id, entity_type: 'time_entry' })
      .orderBy('position');
    t.same(
      events.map((event) => [event.type, event.seq]),
      [
        ['timer.started', 1],
        ['timer.stopped', 2],
      ],
    );
    t.equal(events[1].data.duration_seconds, 5400);
  });

  t.test('refuses what makes no sense', async (t) => {
    for (const action of ['stop', 'pause', 'resume', 'keep', 'discard']) {
      const refused = await person.post(`/timer/${action}`);
      t.equal(refused.status, 409, action);
      t.equal(refused.body.code, 'STINT_ERR_TIMER_NOT_RUNNING', action);
    }
    t.equal(
      (await person.post('/timer/start', { start_time: '2025-01-27T08:00:01Z' })).body.code,
      'STINT_ERR_TIMER_INSTANT',
    );
    await person.post('/timer/start');
    t.equal((await person.post('/timer/resume')).body.code, 'STINT_ERR_TIMER_NOT_PAUSED');
    t.equal(
      (await person.post('/timer/stop', { end_time: '2025-01-27T07:59:59Z' })).body.code,
      'STINT_ERR_TIMER_INSTANT',
    );
    t.equal(
      (await person.post('/timer/stop', { end_time: '2025-01-27T08:00:01Z' })).body.errors[0]
        .pointer,
      '/end_time',
    );
  });

  t.test('does not count pauses', async (t) => {
    await person.post('/timer/start');
    host.clock.advance({ minutes: 30 });
    t.ok((await person.post('/timer/pause')).body.paused_at);
    t.equal((await person.post('/timer/pause')).body.code, 'STINT_ERR_TIMER_PAUSED');
    host.clock.advance({ minutes: 15 });
    t.equal((await person.get('/timer')).body.elapsed_seconds, 1800);
    await person.post('/timer/resume');
    host.clock.advance({ minutes: 30 });
    const { body } = await person.post('/timer/stop');
    t.equal(body.duration_seconds, 3600);
    t.equal(body.breaks.length, 1);
  });

  t.test('stopped while paused ends with the pause', async (t) => {
    await person.post('/timer/start');
    host.clock.advance({ minutes: 30 });
    await person.post('/timer/pause');
    host.clock.advance({ hours: 5 });
    const { body } = await person.post('/timer/stop');
    t.match(body, {
      duration_seconds: 1800,
      end_time: '2025-01-27T08:30:00+00:00',
      paused_at: null,
    });
  });

  t.test('stops at a past moment when somebody forgot, breaks after it left out', async (t) => {
    await person.post('/timer/start');
    host.clock.advance({ hours: 1 });
    await person.post('/timer/pause');
    host.clock.advance({ hours: 1 });
    await person.post('/timer/resume');
    host.clock.advance({ hours: 8 });
    const { body } = await person.post('/timer/stop', { end_time: '2025-01-27T08:45:00Z' });
    t.match(body, { duration_seconds: 2700, breaks: [] });
  });

  t.test('is corrected while it runs', async (t) => {
    await person.post('/timer/start');
    const { body } = await person.patch('/timer', {
      start_time: '2025-01-27T07:30:00Z',
      description: 'Since half past',
    });
    t.match(body, {
      start_time: '2025-01-27T07:30:00+00:00',
      description: 'Since half past',
      end_time: null,
    });
    t.equal(
      (await person.patch('/timer', { start_time: '2025-01-27T08:30:00Z' })).body.code,
      'STINT_ERR_ENTRY_SPAN',
    );
  });

  t.test('is refused while one runs, or takes over, as the user chose', async (t) => {
    const first = await person.post('/timer/start', { description: 'first' });
    const refused = await person.post('/timer/start', { description: 'second' });
    t.equal(refused.status, 409);
    t.equal(refused.body.code, 'STINT_ERR_TIMER_RUNNING');
    host.clock.advance({ minutes: 10 });
    const switched = await person.post('/timer/switch', { description: 'second' });
    t.equal(switched.status, 201);
    t.match((await person.get(`/time-entries/${first.body.id}`)).body, { duration_seconds: 600 });
    await host.db('users').where({ id: person.id }).update({ switch_policy: 'switch' });
    host.clock.advance({ minutes: 10 });
    t.equal((await person.post('/timer/start', { description: 'third' })).status, 201);
    t.equal((await person.get('/timer')).body.timers.length, 1);
    t.equal((await person.post('/timer/start', { on_running: 'keep' })).status, 409);
    await host.db('users').where({ id: person.id }).update({ switch_policy: 'keep' });
  });

  t.test('continues the last entry, or any', async (t) => {
    t.equal(
      (await person.post('/timer/continue')).body.code,
      'STINT_ERR_TIMER_NOTHING_TO_CONTINUE',
    );
    const { body: old } = await person.post('/time-entries', {
      start_time: '2025-01-01T09:00:00Z',
      duration_seconds: 60,
      description: 'old',
    });
    await person.post('/time-entries', {
      start_time: '2025-01-02T09:00:00Z',
      duration_seconds: 60,
      description: 'new',
      task_id: task,
    });
    const { body } = await person.post('/timer/continue');
    t.match(body, { description: 'new', task_id: task, end_time: null });
    const again = await person.post('/timer/continue', { entry_id: old.id, on_running: 'switch' });
    t.match(again.body, { description: 'old', task_id: null });
  });

  t.test('is discarded, and comes back stopped', async (t) => {
    const { body } = await person.post('/timer/start');
    host.clock.advance({ minutes: 5 });
    t.equal((await person.post('/timer/discard')).status, 204);
    t.equal((await person.get('/timer')).body.timer, null);
    t.match((await person.post(`/time-entries/${body.id}/restore`)).body, {
      duration_seconds: 300,
    });
  });

  t.test('can be stopped in a locked period and on an archived project', async (t) => {
    const { body } = await person.post('/timer/start', { project_id: project });
    await host.db('period_locks').insert({ ends_on: '2025-12-31' });
    await host.db('projects').where({ id: project }).update({ archived_at: new Date() });
    host.clock.advance({ minutes: 5 });
    const stopped = await person.post('/timer/stop');
    t.match(stopped.body, { id: body.id, duration_seconds: 300 });
    t.equal((await person.post('/timer/start')).body.code, 'STINT_ERR_PERIOD_LOCKED');
    await host.db('period_locks').delete();
    await host.db('projects').where({ id: project }).update({ archived_at: null });
  });

  t.test('may have company where the settings allow it', async (t) => {
    await changeSettings(host.db, { multiple_timers: true });
    const { body: a } = await person.post('/timer/start', { description: 'a' });
    host.clock.advance({ seconds: 1 });
    await person.post('/timer/start', { description: 'b' });
    t.equal((await person.get('/timer')).body.timers.length, 2);
    t.equal((await person.post('/timer/stop', { entry_id: a.id })).body.id, a.id);
    await person.post('/timer/start', { description: 'c' });
    await changeSettings(host.db, { multiple_timers: false });
    t.equal((await person.post('/timer/start')).status, 409);
    await person.post('/timer/switch');
    t.equal((await person.get('/timer')).body.timers.length, 1);
  });
});

t.test('at once', async (t) => {
  const host = await startHost(t);

  t.test('of 50 starts exactly one wins, the others answer 409', async (t) => {
    const person = await host.person();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => person.post('/timer/start')),
    );
    t.equal(answers.filter((a) => a.status === 201).length, 1);
    t.equal(answers.filter((a) => a.status === 409).length, 49);
    t.equal(
      (await host.db('time_entries').where({ user_id: person.id, end_time: null })).length,
      1,
    );
  });

  t.test('of 20 switches every one happens and one timer runs at the end', async (t) => {
    const person = await host.person();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => person.post('/timer/switch')),
    );
    t.same([...new Set(answers.map((a) => a.status))], [201]);
    t.equal(
      (await host.db('time_entries').where({ user_id: person.id, end_time: null })).length,
      1,
    );
    t.equal((await host.db('time_entries').where({ user_id: person.id })).length, 20);
  });

  t.test('of 20 stops exactly one stops it', async (t) => {
    const person = await host.person();
    const { body } = await person.post('/timer/start');
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.post('/timer/stop')));
    t.equal(answers.filter((a) => a.status === 200).length, 1);
    t.equal(answers.filter((a) => a.status === 409).length, 19);
    t.equal(
      (await host.db('events').where({ entity_id: body.id, type: 'timer.stopped' })).length,
      1,
    );
  });
});
