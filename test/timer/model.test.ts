/** The timer against a model of it: any sequence of actions, and the books agree. */
import fc from 'fast-check';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';

interface Model {
  now: number;
  running?: { worked: number; since: number; pausedAt?: number };
  recorded: number[];
}

const action = fc.oneof(
  fc
    .constantFrom('start', 'stop', 'pause', 'resume', 'switch', 'discard')
    .map((kind) => ({ kind, seconds: 0 })),
  fc.record({ kind: fc.constant('wait'), seconds: fc.integer({ min: 1, max: 20_000 }) }),
);

/** What the model expects the server to answer, after playing the action on itself. */
function play(model: Model, { kind, seconds }: { kind: string; seconds: number }): number {
  const timer = model.running;
  const end = () => {
    if (!timer) return;
    model.recorded.push(
      timer.worked + (timer.pausedAt === undefined ? model.now - timer.since : 0),
    );
    model.running = undefined;
  };
  switch (kind) {
    case 'wait':
      model.now += seconds;
      return 0;
    case 'start':
      if (timer) return 409;
      model.running = { worked: 0, since: model.now };
      return 201;
    case 'switch':
      end();
      model.running = { worked: 0, since: model.now };
      return 201;
    case 'stop':
      if (!timer) return 409;
      end();
      return 200;
    case 'discard':
      if (!timer) return 409;
      model.running = undefined;
      return 204;
    case 'pause':
      if (!timer || timer.pausedAt !== undefined) return 409;
      timer.worked += model.now - timer.since;
      timer.pausedAt = model.now;
      return 200;
    default:
      if (timer?.pausedAt === undefined) return 409;
      timer.since = model.now;
      timer.pausedAt = undefined;
      return 200;
  }
}

t.test('any sequence of timer actions records exactly the time that was worked', async (t) => {
  const host = await startHost(t, { now: '2025-03-28T08:00:00Z' });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
      const person = await host.person({ time_zone: 'Europe/Berlin' });
      const model: Model = { now: 0, recorded: [] };
      for (const step of actions) {
        const expected = play(model, step);
        if (step.kind === 'wait') host.clock.advance({ seconds: step.seconds });
        else {
          const answer = await person.post(`/timer/${step.kind}`);
          if (answer.status !== expected)
            throw new Error(`${step.kind}: ${answer.status}, not ${expected}`);
        }
      }
      const rows = await host
        .db('time_entries')
        .where({ user_id: person.id, deleted_at: null })
        .orderBy('id');
      const done = rows.filter((row) => row.end_time).map((row) => row.duration_seconds);
      const total = (list: number[]) => list.reduce((sum, n) => sum + n, 0);
      const events = await host
        .db('events')
        .whereRaw("(data->>'user_id')::int = ?", [person.id])
        .orderBy(['entity_id', 'seq']);
      const gapless = events.every(
        (event, i) => event.seq === 1 || events[i - 1].seq === event.seq - 1,
      );
      return (
        JSON.stringify(done) === JSON.stringify(model.recorded) &&
        total(done) === total(model.recorded) &&
        rows.length - done.length === (model.running ? 1 : 0) &&
        gapless
      );
    }),
    { numRuns: 60 },
  );
  t.pass('60 sequences agree');
});
