/**
 * What a worker process shows of itself: whether it lives, whether it can work, and its numbers. The
 * application that its plugins talk to is in here as well, and nobody else reaches it.
 */
import { buildApp } from './app.ts';
import { buildBase } from './base.ts';
import healthRoutes from './health/routes.ts';
import { systemClock } from './infra/clock.ts';
import { listen } from './infra/listen.ts';
import { metricsRoutes } from './metrics/routes.ts';
import type { Server, ServerOptions } from './server.ts';

/** @throws STINT_ERR_PORT_IN_USE */
export async function startStatusServer({
  config,
  db,
  log,
  plugins,
}: ServerOptions & Required<Pick<ServerOptions, 'plugins'>>): Promise<Server> {
  const { host } = plugins;
  const inside = await buildApp({ config, db, logger: log, plugins });
  await inside.ready();
  await host.start();
  const app = await buildBase({ config, db, logger: log, metrics: host.metrics });
  await app.register(healthRoutes);
  await app.register(metricsRoutes(host.metrics));
  const url = await listen(app, config.HOST, config.WORKER_PORT);
  return {
    url,
    clock: systemClock,
    async stop() {
      await app.close();
      await inside.close();
    },
  };
}
