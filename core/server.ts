/** The web process: builds the application and listens. */
import type { Knex } from 'knex';
import { type AppOptions, buildApp } from './app.ts';
import type { Config } from './config.ts';
import type { Clock } from './infra/clock.ts';
import { listen } from './infra/listen.ts';
import type { Logger } from './infra/logger.ts';

export interface Server {
  /** Where people open it. */
  url: string;
  clock: Clock;
  /** Stops accepting, and resolves when what was accepted is answered. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  config: Config;
  db: Knex;
  log: Logger;
  plugins?: AppOptions['plugins'];
  waker?: AppOptions['waker'];
  webApp?: AppOptions['webApp'];
}

/** @throws STINT_ERR_PORT_IN_USE */
export async function startServer({
  config,
  db,
  log,
  plugins,
  waker,
  webApp,
}: ServerOptions): Promise<Server> {
  const app = await buildApp({
    config,
    db,
    logger: log,
    plugins,
    waker,
    webApp,
    remembersIdentities: true,
  });
  await app.ready();
  await plugins?.host.start();
  const address = await listen(app, config.HOST, config.PORT);
  const url = config.PUBLIC_URL ?? address;
  return { url, clock: app.clock, stop: () => app.close() };
}
