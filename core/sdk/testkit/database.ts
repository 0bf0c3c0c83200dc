/** A database for one test file, cloned from the migrated template and dropped at its end. */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import knex from 'knex';
import { openDatabase } from '../../infra/database.ts';
import { borrowServer } from './own-server.ts';
import { databaseUrl, TEMPLATE } from './server.ts';

export interface TestDatabase {
  db: Knex;
  connectionString: string;
  drop(): Promise<void>;
}

export async function createTestDatabase(poolSize = 10): Promise<TestDatabase> {
  const server = await borrowServer();
  const name = `stint_${randomBytes(6).toString('hex')}`;
  const admin = knex({
    client: 'pg',
    connection: server.connectionString,
    pool: { min: 0, max: 1 },
  });
  await admin.raw(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const connectionString = databaseUrl(server.connectionString, name);
  const db = openDatabase(connectionString, poolSize);
  return {
    db,
    connectionString,
    async drop() {
      await db.destroy();
      await admin.raw(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.destroy();
      await server.giveBack();
    },
  };
}
