/** The PostgreSQL of one test run, with the migrated template database that test files clone. */
import knex from 'knex';
import { openDatabase } from '../../infra/database.ts';
import { startEmbeddedPostgres } from '../../infra/embedded-postgres/index.ts';

import { migrate } from '../../infra/migrate.ts';

export const TEMPLATE = process.env.STINT_TEST_TEMPLATE ?? 'stint_template';

// Nothing here outlives the run, so it need not survive a power cut.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

export interface TestServer {
  connectionString: string;
  stop(): Promise<void>;
}

/** `STINT_TEST_SERVER_URL` uses a server of your own instead: `postgresql://…/postgres`, as a superuser. */
export async function startTestServer(folder: string): Promise<TestServer> {
  const own = process.env.STINT_TEST_SERVER_URL;
  const server = own
    ? { connectionString: own, stop: async () => {} }
    : await startEmbeddedPostgres({
        dataDir: folder,
        settings,
      });
  await makeTemplate(server.connectionString);
  return server;
}

async function makeTemplate(connectionString: string): Promise<void> {
  const admin = knex({ client: 'pg', connection: connectionString });
  await admin.raw(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await admin.raw(`CREATE DATABASE ${TEMPLATE}`);
  await admin.destroy();
  const url = databaseUrl(connectionString, TEMPLATE);
  const db = openDatabase(url, 2);
  await migrate(db, url);
  await db.destroy();
}

/** The address of another database on the same server. */
export function databaseUrl(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}
