/** The web application, top to bottom. It listens to nothing: `server.ts` does. */
import type { FastifyInstance } from 'fastify';
import archiveRoutes from './archive/routes.ts';
import auditRoutes from './audit/routes.ts';
import accountRoutes from './auth/account-routes.ts';
import authRoutes from './auth/routes.ts';
import { type BaseOptions, buildBase } from './base.ts';
import calendarFeedRoutes from './calendar-feeds/routes.ts';
import clientRoutes from './clients/routes.ts';
import dashboardRoutes from './dashboards/routes.ts';
import entryRoutes from './entries/routes.ts';
import eventRoutes from './events/routes.ts';
import healthRoutes from './health/routes.ts';
import systemRoutes from './health/system-routes.ts';
import importRoutes from './imports/routes.ts';
import { Metrics } from './infra/metrics.ts';
import openapiPages from './infra/openapi-pages.ts';
import staticFiles from './infra/static.ts';
import wakeAfterRequests, { type Waker } from './infra/waker.ts';
import liveRoutes from './live/routes.ts';
import lockRoutes from './locks/routes.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { measureQueue } from './metrics/service.ts';
import notificationRoutes from './notifications/routes.ts';
import { connectorRoutes } from './plugin-host/connectors/routes.ts';
import failureRoutes from './plugin-host/failure-routes.ts';
import { makeGuards } from './plugin-host/guards.ts';
import type { PluginHost } from './plugin-host/host.ts';
import { installRoutes } from './plugin-host/install/routes.ts';
import { mountRoutes } from './plugin-host/mount-routes.ts';
import { providerRoutes } from './plugin-host/provider-routes.ts';
import { pluginRoutes } from './plugin-host/routes.ts';
import { uiModuleRoutes, uiRoutes } from './plugin-host/ui-routes.ts';
import { upgradeRoutes } from './plugin-host/upgrade/routes.ts';
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
import transferRoutes from './transfers/routes.ts';
import { twoFactorRoutes } from './two-factor/routes.ts';
import userRoutes from './users/routes.ts';
import { measureWebhooks } from './webhooks/metrics.ts';
import { webhookRoutes } from './webhooks/routes.ts';

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
  transferRoutes,
  archiveRoutes,
  settingsRoutes,
  lockRoutes,
  auditRoutes,
  dashboardRoutes,
  notificationRoutes,
  liveRoutes,
  systemRoutes,
  eventRoutes,
  calendarFeedRoutes,
];

export interface AppOptions extends Omit<BaseOptions, 'guards' | 'metrics'> {
  /** Absent where no plugins are wanted: commands, and most tests. */
  plugins?: { host: PluginHost; keys: KeyRing };
  /** Absent where nobody waits for changes: commands, and most tests. */
  waker?: Waker;
  /** Folder of the built web app. Absent where nobody looks: commands, and most tests. */
  webApp?: string;
}

export async function buildApp({
  plugins,
  waker,
  webApp,
  ...options
}: AppOptions): Promise<FastifyInstance> {
  const metrics = plugins?.host.metrics ?? new Metrics();
  const guards = plugins && makeGuards(plugins.host);
  const app = await buildBase({ ...options, guards, metrics });
  await app.register(wakeAfterRequests, { waker });
  await app.register(openapiPages, {
    others: () =>
      (plugins?.host.list() ?? []).flatMap(({ id, run }) =>
        run ? [{ name: id, app: run.mount }] : [],
      ),
  });
  await app.register(staticFiles, { webApp });
  await app.register(healthRoutes);
  measureQueue(metrics, app.db);
  measureWebhooks(metrics, app.db);
  await app.register(metricsRoutes(metrics));
  for (const routes of features) await app.register(routes, { prefix: '/api/v1' });
  if (plugins) {
    await app.register(pluginRoutes(plugins.host, plugins.keys), { prefix: '/api/v1' });
    await app.register(twoFactorRoutes(plugins.keys), { prefix: '/api/v1' });
    await app.register(connectorRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(failureRoutes, { prefix: '/api/v1' });
    const { host, keys } = plugins;
    const pluginEvents = () => host.eventTypes();
    await app.register(webhookRoutes({ keys, metrics, pluginEvents }), { prefix: '/api/v1' });
    await app.register(installRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(upgradeRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(providerRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(uiRoutes(plugins.host), { prefix: '/api/v1' });
    await app.register(uiModuleRoutes(plugins.host));
    await app.register(mountRoutes(plugins.host));
    plugins.host.attach(app);
  }
  return app;
}
