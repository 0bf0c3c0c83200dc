/** The database this process uses: the one that `DATABASE_URL` names, or an embedded one under `DATA_DIR`. */
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { checkDatabase } from './database.ts';
import { findRunningEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/index.ts';
import type { Logger } from './logger.ts';
import { migrate } from './migrate.ts';

export interface ProvidedDatabase {
  connectionString: string;
  /** For the terminal: never a password. */
  description: string;
  stop(): Promise<void>;
}

export async function provideDatabase(config: Config, log: Logger): Promise<ProvidedDatabase> {
  if (config.DATABASE_URL) {
    const { host, pathname } = new URL(config.DATABASE_URL);
    return {
      connectionString: config.DATABASE_URL,
      description: `PostgreSQL at ${host}${pathname}`,
      stop: async () => {},
    };
  }
  const server = await startEmbeddedPostgres({ dataDir: config.DATA_DIR, log });
  return {
    connectionString: server.connectionString,
    description: `embedded PostgreSQL in ${config.DATA_DIR}, as ${server.runsAs}`,
    stop: () => server.stop(),
  };
}

/** For a command beside Stint: uses the embedded database of one that runs, and leaves it running. */
export async function joinDatabase(
  config: Config,
  log: Logger,
): Promise<ProvidedDatabase & { isRunning: boolean }> {
  const running = config.DATABASE_URL
    ? undefined
    : await findRunningEmbeddedPostgres(config.DATA_DIR);
  if (!running) return { ...(await provideDatabase(config, log)), isRunning: false };
  const description = `embedded PostgreSQL in ${config.DATA_DIR}`;
  return { connectionString: running, description, isRunning: true, stop: async () => {} };
}

/** Checks that it can be used, and migrates it. */
export async function prepareDatabase(db: Knex, connectionString: string): Promise<void> {
  await checkDatabase(db);
  await migrate(db, connectionString);
}
