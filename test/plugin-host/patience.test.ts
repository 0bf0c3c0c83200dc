/** What a plugin that hangs or fails costs others: less each time. */
import { NotReady } from '@stint/plugin';
import t from 'tap';
import { noteConnectionTrouble } from '../../core/plugin-host/connection-trouble.ts';
import { ERR_PLUGIN_TIMEOUT } from '../../core/plugin-host/errors.ts';
import { JobSlots } from '../../core/plugin-host/job-slots.ts';
import { Patience } from '../../core/plugin-host/patience.ts';

t.test('a guard', async (t) => {
  t.test('that never answered has a tenth of a second after it was late once', async (t) => {
    const patience = new Patience(250);
    t.equal(patience.of('a'), 250);
    patience.noteLate('a');
    t.equal(patience.of('a'), 100);
    t.equal(patience.of('b'), 250, 'which is its own affair');
  });

  t.test('that is slow and in time keeps the time that it needs', async (t) => {
    const patience = new Patience(250);
    patience.noteAnswer('a', 80);
    patience.noteAnswer('a', 5);
    t.equal(patience.of('a'), 250);
    patience.noteLate('a');
    t.equal(patience.of('a'), 160);
    patience.noteAnswer('a', 150);
    t.equal(patience.of('a'), 250, 'and all of it again when it answers');
    patience.noteLate('a');
    t.equal(patience.of('a'), 250, 'never more');
  });
});

t.test('the slots of jobs', async (t) => {
  const late = new ERR_PLUGIN_TIMEOUT('The task', 1);

  t.test('are four for each plugin at most', async (t) => {
    const slots = new JobSlots();
    const ends: (() => void)[] = [];
    const jobs = ['a', 'a', 'a', 'a', 'b'].map((plugin) =>
      slots.run(plugin, () => new Promise<void>((end) => ends.push(end))),
    );
    t.same(slots.full(), ['a']);
    for (const end of ends) end();
    await Promise.all(jobs);
    t.same(slots.full(), []);
  });

  t.test('are closed for a while after a job that was late', async (t) => {
    const slots = new JobSlots();
    slots.noteFailure('a', late);
    t.same(slots.full(), ['a']);
    slots.noteInTime('a');
    t.same(slots.full(), []);
  });

  t.test('are closed for a while when twenty fail in a row, and only then', async (t) => {
    const slots = new JobSlots();
    const fail = (times: number) => {
      for (let i = 0; i < times; i += 1) slots.noteFailure('a', new Error('no'));
    };
    fail(19);
    t.same(slots.full(), []);
    slots.noteInTime('a');
    fail(19);
    t.same(slots.full(), [], 'a success between them begins a new row');
    fail(1);
    t.same(slots.full(), ['a']);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    t.same(slots.full(), [], 'one may try then');
    await slots.run('a', async () => t.same(slots.full(), ['a'], 'and one alone'));
    fail(1);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    t.same(slots.full(), ['a'], 'the next pause is longer');
  });

  t.test('stay open whatever fails for one connection', async (t) => {
    const slots = new JobSlots();
    const ofOne = noteConnectionTrouble(new Error('Slack answered 500.'));
    for (let i = 0; i < 50; i += 1) {
      slots.noteFailure('a', ofOne);
      slots.noteFailure('a', new NotReady(60, 'It has to be mended.'));
    }
    t.same(slots.full(), []);
  });
});
