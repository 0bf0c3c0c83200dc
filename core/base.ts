/**
 * What every application here has before its routes: errors, validation, access, limits, documents.
 * The core's own is built on it (`app.ts`), and each plugin's (`plugin-host/mount.ts`).
 */
import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Knex } from 'knex';
import type { Config } from './config.ts';
import errorHandler from './error-handler.ts';
import access, { type AccessOptions } from './infra/access.ts';
import { type Clock, systemClock } from './infra/clock.ts';
import type { Guards } from './infra/guards.ts';
import idempotency from './infra/idempotency.ts';
import instants from './infra/instants.ts';
import measureRequests, { type Metrics } from './infra/metrics.ts';
import openapi from './infra/openapi.ts';
import rateLimit from './infra/rate-limit.ts';
import securityHeaders from './infra/security-headers.ts';
import { sessionCookieFor } from './infra/session-cookie.ts';
import validation from './infra/validation.ts';

declare module 'fastify' {
  interface FastifyInstance {
    config: Config;
    db: Knex;
    clock: Clock;
    guards: Guards | undefined;
    sessionCookie: ReturnType<typeof sessionCookieFor>;
  }
}

export interface BaseOptions extends AccessOptions {
  config: Config;
  db: Knex;
  clock?: Clock;
  logger?: FastifyBaseLogger;
  guards?: Guards;
  /** Absent where nobody measures. */
  metrics?: Metrics;
}

export async function buildBase({
  config,
  db,
  clock = systemClock,
  logger,
  guards,
  metrics,
  remembersIdentities,
}: BaseOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    trustProxy: config.TRUST_PROXY,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
    logController: new LogController({ disableRequestLogging: true }),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.decorate('config', config);
  app.decorate('db', db);
  app.decorate('clock', clock);
  app.decorate('guards', guards);
  app.decorate('sessionCookie', sessionCookieFor(config));

  await app.register(measureRequests, { metrics });
  await app.register(errorHandler);
  await app.register(validation);
  await app.register(securityHeaders);
  await app.register(cookie);
  await app.register(access, { remembersIdentities });
  await app.register(rateLimit);
  await app.register(idempotency);
  await app.register(instants);
  await app.register(openapi);
  return app as unknown as FastifyInstance;
}
