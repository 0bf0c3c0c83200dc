/** Where an administrator chose that nothing goes on without a guard's word. */
import t from 'tap';
import { Breaker } from '../../core/plugin-host/breaker.ts';
import { startPluginHost } from '../fixtures/plugin-app.ts';
import { writePlugin } from '../fixtures/plugin-folder.ts';
import { makeEntry } from '../fixtures/work.ts';

const points = [
  'timer.beforeStart',
  'entry.beforeCreate',
  'entry.beforeUpdate',
  'entry.beforeDelete',
];

/** It does what the description of an entry tells it. */
const moody = {
  stint: { contributes: { guards: points } },
  code: `import { ConfigError, definePlugin, Reject } from '@stint/plugin';
    export default definePlugin({
      setup(ctx) {
        if (globalThis.moodyIsUnset) throw new ConfigError('Unset.');
        if (globalThis.moodyFails) throw new Error('Not today.');
        const guard = ({ input, before }) => {
          globalThis.moodyAsked += 1;
          const mood = globalThis.moodyMood ?? (input.description ?? before?.description);
          if (mood === 'throw') throw new Error('in a bad mood');
          if (mood === 'hang') return new Promise(() => {});
          if (mood === 'nonsense') return { project_id: 'x' };
          if (mood === 'no') throw new Reject('STINT_ERR_PLG_MOODY_NO', 'No.');
        };
        for (const point of ${JSON.stringify(points)}) ctx.guard(point, guard);
      },
    });`,
};
const world = globalThis as unknown as {
  moodyAsked: number;
  moodyMood?: string;
  moodyIsUnset?: boolean;
  moodyFails?: boolean;
};
world.moodyAsked = 0;
const span = { start_time: '2025-01-20T09:00:00Z', end_time: '2025-01-20T10:00:00Z' };
const unanswered = {
  status: 503,
  code: 'STINT_ERR_GUARD_UNANSWERED',
  detail: /moody has to agree/,
};

t.test('a guard without whose word nothing goes on', async (t) => {
  const host = await startPluginHost(t, [await writePlugin(t, 'moody', moody)]);
  const admin = await host.person({ role: 'admin' });
  const person = await host.person();
  const close = (...closed_guards: string[]) =>
    admin.put('/plugins/moody/guards', { closed_guards });
  const start = (description: string) => person.post('/timer/start', { description });
  const create = (description: string) => person.post('/time-entries', { ...span, description });

  t.test(
    'is chosen by an administrator, among those that it holds, and written down',
    async (t) => {
      t.same((await admin.get('/plugins/moody')).body.closed_guards, []);
      t.equal((await person.put('/plugins/moody/guards', { closed_guards: [] })).status, 403);
      for (const [point, status] of [
        ['settings.beforeSave', 422],
        ['timer.beforeStop', 400],
        ['timer.stop', 400],
      ] as const) {
        t.equal((await close(point)).status, status, point);
      }
      t.same((await close('timer.beforeStart')).body.closed_guards, ['timer.beforeStart']);
      t.match(await host.db('audit_log').where({ action: 'plugin.guards_changed' }).first(), {
        changes: { plugin: 'moody', before: [], after: ['timer.beforeStart'] },
      });
    },
  );

  t.test('refuses the change when it fails, is late or answers nonsense', async (t) => {
    for (const mood of ['throw', 'hang', 'nonsense']) {
      t.match((await start(mood)).body, unanswered, mood);
    }
    t.equal((await start('no')).body.code, 'STINT_ERR_PLG_MOODY_NO', 'its own word is its own');
    t.equal((await person.get('/timer')).body.timer, null, 'nothing was started');
    t.equal((await start('work')).status, 201);
  });

  t.test('keeps nobody from stopping the clock', async (t) => {
    world.moodyMood = 'throw';
    t.equal((await person.post('/timer/stop')).status, 200);
    t.match((await start('more')).body, unanswered);
    world.moodyMood = undefined;
  });

  t.test('is passed over at all other points', async (t) => {
    t.equal((await create('throw')).status, 201);
  });

  t.test('refuses each of many edits and deletions, and changes none of them', async (t) => {
    await close(...points);
    const ids = await Promise.all(
      ['one', 'throw'].map((description) =>
        makeEntry(host.db, person.id, [span.start_time, span.end_time], { description }),
      ),
    );
    t.match((await person.post('/time-entries/bulk-delete', { ids })).body, unanswered);
    const set = { description: 'throw' };
    t.match((await person.post('/time-entries/bulk-update', { ids, set })).body, unanswered);
    const left = await host.db('time_entries').whereIn('id', ids).whereNull('deleted_at');
    t.same(left.map(({ description }) => description).sort(), ['one', 'throw']);
  });

  t.test('refuses while the plugin is not running, but for one that is switched off', async (t) => {
    world.moodyFails = true;
    await host.host.restart('moody');
    t.match((await admin.get('/plugins/moody')).body, { state: 'failed' });
    t.match((await start('work')).body, unanswered);
    world.moodyFails = false;
    world.moodyIsUnset = true;
    await host.host.restart('moody');
    t.match((await admin.get('/plugins/moody')).body, { state: 'needs_config' });
    t.match((await create('work')).body, unanswered);
    t.equal((await admin.post('/plugins/moody/disable')).body.state, 'disabled');
    t.equal((await start('work')).status, 201);
    t.equal((await person.post('/timer/stop')).status, 200);
    world.moodyIsUnset = false;
    t.equal((await admin.post('/plugins/moody/enable')).body.state, 'active');
    world.moodyMood = 'throw';
    t.match((await start('work')).body, unanswered, 'it is chosen until it is not');
    world.moodyMood = undefined;
  });

  t.test(
    'is asked no more than now and then when it keeps failing, until it answers',
    async (t) => {
      world.moodyMood = 'hang';
      for (let i = 0; i < 6; i += 1) await start('work');
      const before = world.moodyAsked;
      const from = performance.now();
      for (let i = 0; i < 10; i += 1) t.match((await start('work')).body, unanswered);
      t.ok(world.moodyAsked - before <= 1, `asked ${world.moodyAsked - before} times`);
      t.ok(performance.now() - from < 1500, 'nobody waits for it');
      t.match((await admin.get('/plugins/moody')).body, {
        state: 'degraded',
        last_error: /took longer/,
      });
      world.moodyMood = undefined;
      // What an administrator does who does not want to wait.
      await close();
      t.equal((await start('work')).status, 201);
    },
  );
});

t.test('a breaker', async (t) => {
  let now = 1_000_000;
  const breaker = new Breaker(() => now);
  for (let i = 1; i <= 5; i += 1) t.equal(breaker.countFailure('a'), i === 5);
  t.ok(breaker.isOpen('a'));
  t.notOk(breaker.isOpen('b'), 'knows one from another');
  t.same([breaker.mayTry('a'), breaker.mayTry('a')], [true, false], 'lets one try');
  now += 10_000;
  t.same([breaker.mayTry('a'), breaker.mayTry('a')], [true, false], 'and another after a while');
  breaker.close('a');
  t.notOk(breaker.isOpen('a'), 'is closed by a success');
  for (let i = 1; i <= 5; i += 1) breaker.countFailure('a');
  now += 600_001;
  t.notOk(breaker.isOpen('a'), 'or by ten minutes');
});
