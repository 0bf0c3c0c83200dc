/**
 * What the host counts of its plugins: by their ids, and by names that their manifests declare, so that
 * there are only so many. Whatever is measured goes on as if nobody looked.
 */
import { NotReady, RateLimited } from '@stint/plugin';
import { Counter, Histogram } from 'prom-client';
import { Metrics } from '../infra/metrics.ts';

/** How a question to a guard ended; `left_out` is one that was not asked. */
export type GuardOutcome = 'passed' | 'changed' | 'refused' | 'failed' | 'left_out';
/** What became of an inbound request; `answered` is one that the plugin did not want kept. */
export type DeliveryOutcome = 'kept' | 'repeated' | 'answered' | 'refused';

export class HostMetrics extends Metrics {
  readonly #jobs = new Histogram({
    name: 'stint_plugin_job_duration_seconds',
    help: 'Time of jobs of plugins, by how they ended: done, failed, later.',
    labelNames: ['plugin', 'job', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300, 900],
    registers: [this.registry],
  });
  readonly #guards = new Histogram({
    name: 'stint_plugin_guard_duration_seconds',
    help: 'Time of guards of plugins, by how they ended: passed, changed, refused, failed, left_out.',
    labelNames: ['plugin', 'point', 'outcome'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.25],
    registers: [this.registry],
  });
  readonly #deliveries = new Counter({
    name: 'stint_plugin_deliveries_total',
    help: 'Requests to the webhooks of plugins: kept, repeated, answered, refused.',
    labelNames: ['plugin', 'webhook', 'outcome'],
    registers: [this.registry],
  });
  readonly #calls = new Histogram({
    name: 'stint_plugin_call_duration_seconds',
    help: 'Time of calls of plugins to elsewhere, by the status of the answer, or failed or refused.',
    labelNames: ['plugin', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers: [this.registry],
  });
  readonly #providers = new Counter({
    name: 'stint_plugin_provider_answers_total',
    help: 'Answers of providers of plugins: given, missing.',
    labelNames: ['plugin', 'kind', 'outcome'],
    registers: [this.registry],
  });

  readonly #busy = new Counter({
    name: 'stint_plugin_busy_total',
    help: 'Requests to plugins that were refused because too many were open.',
    labelNames: ['plugin'],
    registers: [this.registry],
  });

  noteBusy(plugin: string): void {
    this.#busy.inc({ plugin });
  }

  /** @param job as people call it: a task, `event:` and a type, `cron:` and a schedule, `sync`, `webhook:` and a name */
  async measureJob<T>(plugin: string, job: string, work: () => Promise<T>): Promise<T> {
    const stop = this.#jobs.startTimer({ plugin, job });
    try {
      const result = await work();
      stop({ outcome: 'done' });
      return result;
    } catch (error) {
      const isLater = error instanceof NotReady || error instanceof RateLimited;
      stop({ outcome: isLater ? 'later' : 'failed' });
      throw error;
    }
  }

  noteGuard(plugin: string, point: string, outcome: GuardOutcome, seconds = 0): void {
    this.#guards.observe({ plugin, point, outcome }, seconds);
  }

  noteDelivery(plugin: string, webhook: string, outcome: DeliveryOutcome): void {
    this.#deliveries.inc({ plugin, webhook, outcome });
  }

  /** @param outcome status of the answer, or code of what kept it from coming */
  noteCall(plugin: string, outcome: number | string, seconds: number): void {
    this.#calls.observe({ plugin, outcome: outcomeOfCall(outcome) }, seconds);
  }

  noteProvider(plugin: string, kind: string, outcome: 'given' | 'missing'): void {
    this.#providers.inc({ plugin, kind, outcome });
  }
}

function outcomeOfCall(outcome: number | string): string {
  if (typeof outcome === 'number') return String(outcome);
  return /_(NOT_ALLOWED|FORBIDDEN)$/.test(outcome) ? 'refused' : 'failed';
}
