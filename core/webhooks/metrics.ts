/** What is counted of webhooks. No ids: there may be many, and they are somebody's. */
import type { Knex } from 'knex';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from '../infra/metrics.ts';

export type Outcome = 'delivered' | 'failed' | 'refused';

export interface WebhookMetrics {
  note(outcome: Outcome, seconds: number): void;
}

/** Web and worker may share a registry: the second one finds what the first one made. */
export function webhookMetrics({ registry }: Metrics): WebhookMetrics {
  const registers = [registry];
  const attempts =
    (registry.getSingleMetric('stint_webhook_attempts_total') as Counter | undefined) ??
    new Counter({
      name: 'stint_webhook_attempts_total',
      help: 'Attempts to deliver an event to a webhook: delivered, failed, or refused for the address.',
      labelNames: ['outcome'],
      registers,
    });
  const durations =
    (registry.getSingleMetric('stint_webhook_attempt_duration_seconds') as Histogram | undefined) ??
    new Histogram({
      name: 'stint_webhook_attempt_duration_seconds',
      help: 'Time until a receiver answered, or was given up.',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
      registers,
    });
  return {
    note(outcome, seconds) {
      attempts.inc({ outcome });
      durations.observe(seconds);
    },
  };
}

/** What waits, measured when somebody asks. */
export function measureWebhooks({ registry }: Metrics, db: Knex): void {
  new Gauge({
    name: 'stint_webhook_deliveries_waiting',
    help: 'Deliveries of events to webhooks that wait to be sent, or sent again.',
    registers: [registry],
    async collect() {
      const { rows } = await db.raw(
        `SELECT count(*)::int AS waiting FROM webhook_deliveries WHERE state = 'waiting'`,
      );
      this.set(rows[0].waiting);
    },
  });
}
