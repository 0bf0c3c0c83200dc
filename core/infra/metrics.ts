/**
 * Numbers of this process for whoever runs it, kept by prom-client and written in Prometheus' text format.
 * Each process has its own: whoever reads them adds up. Holds nothing about persons, and no ids.
 */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Another instance answers, and measures. */
    isHandedOn?: boolean;
  }
}

export class Metrics {
  /** Of the core. */
  readonly registry = new Registry();
  readonly #others = new Map<string, Registry>();
  readonly requests = new Histogram({
    name: 'stint_http_request_duration_seconds',
    help: 'Time until an answer was sent, by route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  /** Shows a registry beside the core's, in place of the one that had this name. */
  show(name: string, registry: Registry): void {
    this.#others.set(name, registry);
  }

  /** Unless another one took its name meanwhile. */
  hide(name: string, registry: Registry): void {
    if (this.#others.get(name) === registry) this.#others.delete(name);
  }

  async render(): Promise<string> {
    const registries = [ofProcess(), this.registry, ...this.#others.values()];
    return (await Promise.all(registries.map((one) => one.metrics()))).join('\n');
  }
}

let processRegistry: Registry | undefined;

/** One for all: it watches the event loop and the garbage collector from the first time on. */
function ofProcess(): Registry {
  if (!processRegistry) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}

async function measureRequests(
  app: FastifyInstance,
  { metrics }: { metrics?: Metrics },
): Promise<void> {
  if (!metrics) return;
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    if (routeOptions.config.isHandedOn) return;
    // Of an address that is none, only that: strangers make up as many as they like.
    const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1000);
  });
}

export default fp(measureRequests, { name: 'stint-metrics', fastify: '5.x' });
