/** What the host itself is made with; none of it reaches a plugin as it is. */
import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import type { Clock } from '../infra/clock.ts';
import type { Logger } from '../infra/logger.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { HostMetrics } from './host-metrics.ts';

export interface HostDeps {
  config: Config;
  db: Knex;
  clock: Clock;
  log: Logger;
  keys: KeyRing;
  metrics: HostMetrics;
  /** The core's application, for `ctx.data`; there once the host is attached to it. */
  app: () => FastifyInstance;
}
