/** What a connection that is cut says, as pg and Knex say it: nobody may be told of a defect. */
import net from 'node:net';
import pg from 'pg';
import t from 'tap';
import { translateDatabaseError } from '../../core/error-handler.ts';
import { isConnectionLost } from '../../core/infra/connection-lost.ts';
import { openDatabase } from '../../core/infra/database.ts';
import { createTestDatabase } from '../fixtures/database.ts';

const thrown = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('nothing was thrown'),
    (error: Error) => error,
  );

t.test('a query whose connection is cut', async (t) => {
  const { db, connectionString, drop } = await createTestDatabase();
  t.teardown(drop);
  const other = openDatabase(connectionString, 1);
  t.teardown(() => other.destroy());
  const sleeping = thrown(other.raw('SELECT pg_sleep(30)').then());
  const cut = () =>
    db
      .raw(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND query LIKE 'SELECT pg_sleep%'`,
      )
      .then(({ rows }) => rows.length);
  while ((await cut()) === 0);
  const error = await sleeping;
  t.ok(isConnectionLost(error), error.message);
  t.match(translateDatabaseError(error), { code: 'STINT_ERR_BUSY', statusCode: 503 });
});

t.test('a server that goes away in the middle, or is not there', async (t) => {
  const server = net.createServer((socket) => socket.once('data', () => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  const connect = () => new pg.Client({ host: '127.0.0.1', port, user: 'nobody' }).connect();
  const ended = await thrown(connect());
  t.ok(isConnectionLost(ended), ended.message);
  await new Promise((resolve) => server.close(resolve));
  const refused = await thrown(connect());
  t.ok(isConnectionLost(refused), refused.message);
  const db = openDatabase(`postgres://nobody@127.0.0.1:${port}/none`, 1);
  t.teardown(() => db.destroy());
  const through = await thrown(db.raw('SELECT 1').then());
  t.ok(isConnectionLost(through), through.message);
});

t.test('another fault is none of these', async (t) => {
  const { readFile } = await import('node:fs/promises');
  for (const error of [
    await thrown(readFile('/nowhere/at/all')),
    Object.assign(new Error('duplicate key'), { code: '23505' }),
    new Error('Connection terminated the talk'),
  ])
    t.notOk(isConnectionLost(error), error.message);
});
