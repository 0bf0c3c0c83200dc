/** `ctx.db`: SQL in the plugin's own schema. */
import type { PluginDatabase } from '@stint/plugin';
import type { Knex } from 'knex';
import { schemaOf } from '../migrations.ts';

interface Connection {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

const STATEMENT_TIMEOUT_MS = 15_000;

export function makeDatabase(db: Knex, pluginId: string): PluginDatabase {
  async function transaction<T>(
    work: (db: Pick<PluginDatabase, 'query'>) => Promise<T>,
  ): Promise<T> {
    return db.transaction(async (trx) => {
      const connection: Connection = await trx.client.acquireConnection();
      // For this transaction only: the connection goes back to the core's pool.
      await connection.query(`SET LOCAL search_path = ${schemaOf(pluginId)}`);
      await connection.query(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
      return work({
        query: async <Row>(sql: string, values: unknown[] = []) =>
          (await connection.query(sql, values)).rows as Row[],
      });
    });
  }
  return { transaction, query: (sql, values) => transaction((trx) => trx.query(sql, values)) };
}
