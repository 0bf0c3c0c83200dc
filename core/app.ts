/** The web application, top to bottom. It listens to nothing: `server.ts` does. */
import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import auditRoutes from './audit/routes.ts';
import accountRoutes from './auth/account-routes.ts';
import authRoutes from './auth/routes.ts';
import clientRoutes from './clients/routes.ts';
import type { Config } from './config.ts';
import entryRoutes from './entries/routes.ts';
import errorHandler from './error-handler.ts';
import healthRoutes from './health/routes.ts';
import importRoutes from './imports/routes.ts';
import access from './infra/access.ts';
import type { Clock } from './infra/clock.ts';
import { systemClock } from './infra/clock.ts';
import idempotency from './infra/idempotency.ts';
import instants from './infra/instants.ts';
import openapi from './infra/openapi.ts';
import rateLimit from './infra/rate-limit.ts';
import securityHeaders from './infra/security-headers.ts';
import { sessionCookieFor } from './infra/session-cookie.ts';
import validation from './infra/validation.ts';
import lockRoutes from './locks/routes.ts';
import memberRoutes from './projects/members/routes.ts';
import projectRoutes from './projects/routes.ts';
import settingsRoutes from './settings/routes.ts';
import setupRoutes from './setup/routes.ts';
import tagRoutes from './tags/routes.ts';
import taskRoutes from './tasks/routes.ts';
import timerRoutes from './timer/routes.ts';
import tokenRoutes from './tokens/routes.ts';
import userRoutes from './users/routes.ts';

declare module 'fastify' {
  interface FastifyInstance {
    config: Config;
    db: Knex;
    clock: Clock;
    sessionCookie: ReturnType<typeof sessionCookieFor>;
  }
}

export interface AppOptions {
  config: Config;
  db: Knex;
  clock?: Clock;
  logger?: FastifyBaseLogger;
}

const features = [
  authRoutes,
  clientRoutes,
  projectRoutes,
  memberRoutes,
  taskRoutes,
  tagRoutes,
  lockRoutes,
  entryRoutes,
  timerRoutes,
  importRoutes,
  setupRoutes,
  accountRoutes,
  userRoutes,
  tokenRoutes,
  settingsRoutes,
  auditRoutes,
];

export async function buildApp({
  config,
  db,
  clock = systemClock,
  logger,
}: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    trustProxy: config.TRUST_PROXY,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.decorate('config', config);
  app.decorate('db', db);
  app.decorate('clock', clock);
  app.decorate('sessionCookie', sessionCookieFor(config));

  await app.register(errorHandler);
  await app.register(validation);
  await app.register(securityHeaders);
  await app.register(cookie);
  await app.register(access);
  await app.register(rateLimit);
  await app.register(idempotency);
  await app.register(instants);
  await app.register(openapi);
  await app.register(healthRoutes);
  for (const routes of features) await app.register(routes, { prefix: '/api/v1' });
  return app as unknown as FastifyInstance;
}
