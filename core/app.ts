/** The web application, top to bottom. It listens to nothing: `server.ts` does. */
import type { FastifyInstance } from 'fastify';
import auditRoutes from './audit/routes.ts';
import accountRoutes from './auth/account-routes.ts';
import authRoutes from './auth/routes.ts';
import { type BaseOptions, buildBase } from './base.ts';
import clientRoutes from './clients/routes.ts';
import entryRoutes from './entries/routes.ts';
import healthRoutes from './health/routes.ts';
import importRoutes from './imports/routes.ts';
import openapiPages from './infra/openapi-pages.ts';
import staticFiles from './infra/static.ts';
import lockRoutes from './locks/routes.ts';
import { connectorRoutes } from './plugin-host/connectors/routes.ts';
import failureRoutes from './plugin-host/failure-routes.ts';
import { makeGuards } from './plugin-host/guards.ts';
import type { PluginHost } from './plugin-host/host.ts';
import { mountRoutes } from './plugin-host/mount-routes.ts';
import { providerRoutes } from './plugin-host/provider-routes.ts';
import { pluginRoutes } from './plugin-host/routes.ts';
import { uiModuleRoutes, uiRoutes } from './plugin-host/ui-routes.ts';
import memberRoutes from './projects/members/routes.ts';
import projectRoutes from './projects/routes.ts';
import reportRoutes from './reports/routes.ts';
import type { KeyRing } from './secrets/key-ring.ts';
import settingsRoutes from './settings/routes.ts';
import setupRoutes from './setup/routes.ts';
import tagRoutes from './tags/routes.ts';
import taskRoutes from './tasks/routes.ts';
import timerRoutes from './timer/routes.ts';
import tokenRoutes from './tokens/routes.ts';
import userRoutes from './users/routes.ts';

const features = [
  setupRoutes,
  authRoutes,
  accountRoutes,
  tokenRoutes,
  userRoutes,
  clientRoutes,
  projectRoutes,
  memberRoutes,
  taskRoutes,
  tagRoutes,
  entryRoutes,
  timerRoutes,
  reportRoutes,
  importRoutes,
  settingsRoutes,
  lockRoutes,
  auditRoutes,
];

export interface AppOptions extends Omit<BaseOptions, 'guards'> {
  /** Absent where no plugins are wanted: commands, and most tests. */
  plugins?: { host: PluginHost; keys: KeyRing };
}

export async function buildApp({ plugins, ...options }: AppOptions): Promise<FastifyInstance> {
  const app = await buildBase({ ...options, guards: plugins && makeGuards(plugins.host) });
  await app.register(openapiPages, {
    others: () =>
      (plugins?.host.list() ?? []).flatMap(({ id, run }) =>
        run ? [{ name: id, app: run.mount }] : [],
      ),
  });
  await app.register(staticFiles);
  await app.register(healthRoutes);
  for (const routes of features) await app.register(routes, { prefix: '/api/v1' });
  if (plugins) {
    await app.register(pluginRoutes(plugins.host, plugins.keys), { prefix: '/api/v1' });
    await app.register(connectorRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(failureRoutes, { prefix: '/api/v1' });
    await app.register(providerRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(uiRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(uiModuleRoutes(plugins.host));
    await app.register(mountRoutes(plugins.host));
    plugins.host.attach(app);
  }
  return app;
}
