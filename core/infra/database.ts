/**
 * The connection to PostgreSQL: one Knex instance with the types this project wants on the wire.
 * It knows no table.
 */
import knex, { type Knex } from 'knex';
import pg from 'pg';
import { parseBreaks } from '../entries/breaks.ts';
import { ERR_DATABASE_TOO_OLD, ERR_DATABASE_UNREACHABLE } from './errors.ts';

const MINIMUM_VERSION = 15;

// int8 as a number (ids and seconds stay far below 2^53), `date` as the text it is. numeric stays
// a string: money is never a floating point number.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, (text) => text],
  [4534, parseBreaks], // tstzmultirange has no name in pg
]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
} as pg.CustomTypesConfig;

/** A Knex instance for `connectionString`; nothing is connected yet. */
export function openDatabase(connectionString: string, poolSize = 10): Knex {
  return knex({
    client: 'pg',
    connection: { connectionString, types, options: '-c timezone=UTC -c jit=off' } as object,
    pool: { min: 0, max: poolSize },
    acquireConnectionTimeout: 10_000,
    // What Knex would print is in the error that it throws.
    log: { warn() {}, error() {}, debug() {}, deprecate() {} },
  });
}

/**
 * Connects once, so that a wrong address or an old server is one clear line at start.
 * @throws STINT_ERR_DATABASE_UNREACHABLE, STINT_ERR_DATABASE_TOO_OLD
 */
export async function checkDatabase(db: Knex): Promise<void> {
  const result = await db
    .raw<{ rows: { version: number; text: string }[] }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
              current_setting('server_version') AS text`,
    )
    .catch((error: Error & { code?: string }) => {
      throw new ERR_DATABASE_UNREACHABLE(error.message || String(error.code));
    });
  const { version, text } = result.rows[0] as { version: number; text: string };
  if (version < MINIMUM_VERSION) throw new ERR_DATABASE_TOO_OLD(text, MINIMUM_VERSION);
}
