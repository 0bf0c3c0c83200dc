/**
 * The rows of a query one by one, however many: for exports. Each runs on a connection of its own,
 * because a slow reader must not take one from the pool.
 */
import type { Knex } from 'knex';
import QueryStream from 'pg-query-stream';
import { ERR_EXPORTS_BUSY } from './errors.ts';

// A connection costs PostgreSQL a process, so their number is limited.
const MAX_RUNNING = 5;
const BATCH_ROWS = 500;
let running = 0;

/**
 * Runs `query` when the first row is asked for. `signal` cancels it, also while PostgreSQL still
 * sorts: the rows then end early.
 * @throws STINT_ERR_EXPORTS_BUSY
 */
export async function* streamRows<Row>(
  db: Knex,
  query: Knex.Raw | Knex.QueryBuilder,
  signal: AbortSignal,
): AsyncGenerator<Row, void, void> {
  if (running >= MAX_RUNNING) throw new ERR_EXPORTS_BUSY(running);
  running += 1;
  try {
    const connection = await db.client.acquireRawConnection();
    // Closing a connection does not stop its query: PostgreSQL notices when it next writes a row.
    const cancel = () =>
      void db.raw('SELECT pg_cancel_backend(?)', [connection.processID]).catch(() => {});
    signal.addEventListener('abort', cancel, { once: true });
    try {
      if (signal.aborted) return;
      const { sql, bindings } = query.toSQL().toNative();
      const values = bindings as unknown[];
      yield* connection.query(new QueryStream(sql, values, { batchSize: BATCH_ROWS }));
    } catch (error) {
      // Whoever aborted does not want to hear that it was cancelled.
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', cancel);
      await db.client.destroyRawConnection(connection);
    }
  } finally {
    running -= 1;
  }
}
