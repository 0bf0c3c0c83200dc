/** A whole application on a database of its own. */
import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import { type AppOptions, buildApp } from '../../app.ts';
import { loadConfig } from '../../config.ts';
import { makeLogger } from '../../infra/logger.ts';
import { makeWaker } from '../../infra/waker.ts';
import { type Callers, makeCallers } from './callers.ts';
import { TestClock } from './clock.ts';
import { createTestDatabase } from './database.ts';

export interface TestCore extends Callers {
  app: FastifyInstance;
  db: Knex;
  connectionString: string;
  clock: TestClock;
}

export interface CoreOptions {
  /** @default '2025-01-27T12:00:00Z', a Monday */
  now?: string;
  env?: Record<string, string>;
  /** Makes what `buildApp` takes as plugins. */
  plugins?: (deps: { db: Knex; clock: TestClock }) => Promise<AppOptions['plugins']>;
  /** Scopes that tokens get beside the core's. */
  scopes?: readonly string[];
  /** Tells other processes and streams of changes, as in production. @default false */
  isLive?: boolean;
  /** Folder of the built web app, where a test looks at it. */
  webApp?: string;
}

export async function bootCore(
  options: CoreOptions = {},
): Promise<TestCore & { stop(): Promise<void> }> {
  const database = await createTestDatabase();
  const { db, connectionString } = database;
  const clock = new TestClock(options.now ?? '2025-01-27T12:00:00Z');
  const config = loadConfig({ RATE_LIMIT_PER_MINUTE: '0', ...options.env });
  const plugins = await options.plugins?.({ db, clock });
  const waker = options.isLive ? makeWaker(db, makeLogger({ LOG_LEVEL: 'silent' })) : undefined;
  const app = await buildApp({ config, db, clock, plugins, waker, webApp: options.webApp });
  await app.ready();
  return {
    app,
    db,
    connectionString,
    clock,
    ...makeCallers({ app, db, clock }, options.scopes),
    async stop() {
      await app.close();
      await waker?.stop();
      await database.drop();
    },
  };
}
