import t from 'tap';
import { streamRows } from '../../core/infra/row-stream.ts';
import { createTestDatabase } from '../fixtures/database.ts';

t.test('rows that stream', async (t) => {
  const database = await createTestDatabase(1);
  const { db } = database;
  t.teardown(() => database.drop());
  const never = new AbortController().signal;
  const running = async () => {
    const { rows } = await db.raw(
      `SELECT count(*) AS count FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    );
    return rows[0].count;
  };
  const untilNoneRuns = async () => {
    for (let i = 0; i < 100 && (await running()) > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return running();
  };

  t.test('all arrive, in order, without taking a connection from the pool', async (t) => {
    let count = 0;
    for await (const row of streamRows<{ i: number }>(
      db,
      db.raw('SELECT i FROM generate_series(1, ?) i', [2500]),
      never,
    )) {
      if (row.i !== ++count) throw new Error(`${row.i} came as ${count}`);
      // The pool has one connection only.
      if (count === 1200) t.equal((await db.raw('SELECT 1 AS one')).rows[0].one, 1);
    }
    t.equal(count, 2500);
    t.equal(await untilNoneRuns(), 0);
  });

  t.test('end in PostgreSQL when nobody reads on', async (t) => {
    for await (const _ of streamRows(db, db.raw('SELECT generate_series(1, 1e9)'), never)) break;
    t.equal(await untilNoneRuns(), 0);
  });

  t.test('are cancelled while PostgreSQL still computes the first', async (t) => {
    const closed = new AbortController();
    const first = streamRows(db, db.raw('SELECT pg_sleep(60)'), closed.signal).next();
    while ((await running()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    closed.abort();
    t.same(await first, { value: undefined, done: true });
    t.equal(await untilNoneRuns(), 0);
  });

  t.test('never start for somebody who has gone already', async (t) => {
    const rows = streamRows(db, db.raw('SELECT 1'), AbortSignal.abort());
    t.same(await rows.next(), { value: undefined, done: true });
  });

  t.test('report what PostgreSQL says', async (t) => {
    await t.rejects(streamRows(db, db.raw('SELECT 1 / 0'), never).next(), { code: '22012' });
  });

  t.test('are refused past five at once, until one ends', async (t) => {
    const endless = () => streamRows(db, db.raw('SELECT generate_series(1, 1e9)'), never);
    const five = Array.from({ length: 5 }, endless);
    await Promise.all(five.map((rows) => rows.next()));
    await t.rejects(endless().next(), { code: 'STINT_ERR_EXPORTS_BUSY', statusCode: 503 });
    await five[0]?.return();
    const sixth = endless();
    t.notOk((await sixth.next()).done);
    await Promise.all([...five, sixth].map((rows) => rows.return()));
    t.equal(await untilNoneRuns(), 0);
  });
});
