import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { Listener } from '../../core/infra/listener.ts';
import { makeLogger } from '../../core/infra/logger.ts';
import { createTestDatabase } from '../fixtures/database.ts';
import { until } from '../fixtures/until.ts';

t.test('a listener', async (t) => {
  const { db, drop } = await createTestDatabase();
  t.teardown(drop);
  const log = makeLogger({ LOG_LEVEL: 'silent' });
  const make = (channel: string, onMessage: (text: string) => void = () => {}) =>
    new Listener({ db, log, channel, onMessage, onReturn: () => {} });

  await t.test('hears what is said', async (t) => {
    const heard: string[] = [];
    const listener = make('stint_test_heard', (text) => heard.push(text));
    await listener.start();
    await db.raw(`SELECT pg_notify('stint_test_heard', 'hello')`);
    await until(async () => heard.length > 0);
    t.same(heard, ['hello']);
    await listener.stop();
  });

  await t.test('that is stopped while it connects ends, and leaves no connection', async (t) => {
    for (let n = 0; n < 20; n++) {
      const channel = `stint_test_${n}`;
      const listener = make(channel);
      const started = listener.start();
      // At once, and at moments in the middle of the handshake and after it.
      if (n > 0) await sleep(n - 1);
      await listener.stop();
      await started;
      t.notOk(listener.isListening);
    }
    await until(async () => {
      const { rows } = await db.raw(
        `SELECT count(*)::int AS left FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE 'LISTEN stint_test_%'`,
      );
      return rows[0].left === 0;
    });
  });

  await t.test('that was stopped does not start again', async (t) => {
    const listener = make('stint_test_late');
    await listener.stop();
    await listener.start();
    t.notOk(listener.isListening);
  });
});
