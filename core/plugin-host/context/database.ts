/**
 * `ctx.db`: SQL in the plugin's own schema, and transactions in which the plugin's rows and what the
 * host writes for it commit together.
 */
import type { PluginDatabase, PluginQueries, PluginTransaction } from '@stint/plugin';
import type { Knex } from 'knex';
import { withDeadline } from '../deadline.ts';
import { schemaOf } from '../migrations.ts';
import { ConnectionShare } from './connection-share.ts';

interface Connection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const STATEMENT_TIMEOUT_MS = 15_000;
// Of the core's pool: whoever forgets one must not keep it.
const IDLE_TIMEOUT_MS = 30_000;
// A function that never returns would keep it although PostgreSQL has long hung up.
const TRANSACTION_MS = 60_000;

type Members = Omit<PluginTransaction, keyof PluginQueries>;

/**
 * @param bind makes the members of the context on a transaction of the core's
 * @param closed ends the transactions that are open when the plugin has stopped
 */
export function makeDatabase(
  db: Knex,
  pluginId: string,
  bind: (trx: Knex) => Members,
  closed: AbortSignal,
): PluginDatabase {
  const own = schemaOf(pluginId);
  const share = new ConnectionShare(db);

  const transaction = <T>(work: (trx: PluginTransaction) => Promise<T>): Promise<T> =>
    share.hold(async () => {
      closed.throwIfAborted();
      return transact(work);
    });

  async function transact<T>(work: (trx: PluginTransaction) => Promise<T>): Promise<T> {
    return db.transaction(async (trx) => {
      const connection: Connection = await trx.client.acquireConnection();
      // For this transaction only: the connection goes back to the core's pool.
      await connection.query(
        `SET LOCAL search_path = ${own}; SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS};
         SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS}`,
      );
      const { inTurn, end } = makeTurns();
      const queries = queriesOf((sql, values) => inTurn(() => connection.query(sql, values)));
      // The host's own statements know the core's tables alone.
      const inCore = <Result>(write: () => Promise<Result>) =>
        inTurn(async () => {
          await connection.query('SET LOCAL search_path = public');
          const result = await write();
          await connection.query(`SET LOCAL search_path = ${own}`);
          return result;
        });
      try {
        return await withDeadline(
          `A transaction of ${pluginId}`,
          TRANSACTION_MS,
          () => work({ ...queries, ...wrapMembers(bind(trx), inCore) }),
          closed,
        );
      } finally {
        await end();
      }
    });
  }

  return {
    transaction,
    ...queriesOf((sql, values) =>
      transaction(async (trx) => ({ rows: await trx.query(sql, values) })),
    ),
  };
}

function queriesOf(
  run: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>,
): PluginQueries {
  const query = async <Row>(sql: string, values: unknown[] = []) =>
    (await run(sql, values)).rows as Row[];
  return {
    query,
    async one<Row>(sql: string, values?: unknown[]) {
      const rows = await query<Row>(sql, values);
      if (rows.length !== 1) throw new Error(`One row was expected; there are ${rows.length}.`);
      return rows[0] as Row;
    },
  };
}

/** One after another, also where the plugin does not wait: what is under way has its search path. */
function makeTurns() {
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;
  return {
    async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
      // The connection is somebody else's by now.
      if (isOver) throw new Error('The transaction is over.');
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
    async end(): Promise<void> {
      isOver = true;
      await last;
    },
  };
}

type Wrap = <Result>(write: () => Promise<Result>) => Promise<Result>;

/** The same functions, each run by `wrap`. */
function wrapMembers(members: Members, wrap: Wrap): Members {
  const wrapOne = (member: unknown): unknown => {
    if (typeof member === 'function')
      return (...values: unknown[]) => wrap(async () => member(...values));
    const entries = Object.entries(member as object);
    return Object.fromEntries(entries.map(([name, inner]) => [name, wrapOne(inner)]));
  };
  return wrapOne(members) as Members;
}
