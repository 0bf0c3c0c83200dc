/**
 * Named prepared statements on Knex's own connections, for the few hot paths where planning and
 * query building would cost more than the query. Everything else goes through Objection or Knex.
 */
import type { Knex } from 'knex';
import type pg from 'pg';

export interface Statement {
  /** Unique for the text: PostgreSQL keeps the plan of each connection under it. */
  name: string;
  text: string;
}

/** Runs it on the pool, or on the open transaction if `db` is one. */
export async function runPrepared<Row>(
  db: Knex,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  const connection: pg.Client = await db.client.acquireConnection();
  try {
    const result = await connection.query({ ...statement, values });
    return result.rows as Row[];
  } finally {
    await db.client.releaseConnection(connection);
  }
}
