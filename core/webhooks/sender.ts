/** One signed request to a receiver. It stores nothing, and tells nothing of the answer but its status. */
import { RateLimited } from '@stint/plugin';
import type { Config } from '../config.ts';
import type { Clock } from '../infra/clock.ts';
import type { Logger } from '../infra/logger.ts';
import type { Metrics } from '../infra/metrics.ts';
import { createOutgoingHttp } from '../infra/outgoing-http/outgoing-http.ts';
import { listPrivateHosts } from '../infra/outgoing-http/private-hosts.ts';
import { webhookMetrics } from './metrics.ts';
import { signWith } from './secrets.ts';

const TIMEOUT_SECONDS = 15;

export interface Message {
  /** `webhook-id`: the same for all attempts. */
  id: string;
  url: string;
  body: string;
  secrets: readonly string[];
}

export interface Sent {
  request: { url: string; headers: Record<string, string> };
  isDelivered: boolean;
  /** Of the answer; null where none came. */
  status: number | null;
  /** Code of what kept it from coming. */
  error: string | null;
  duration_ms: number;
  /** The receiver asks for that much patience. */
  retryAfterSeconds: number;
}

export interface Sender {
  send(message: Message): Promise<Sent>;
  close(): Promise<void>;
}

export interface SenderOptions {
  config: Pick<Config, 'OUTGOING_ALLOW_PRIVATE'>;
  clock: Clock;
  log: Pick<Logger, 'debug' | 'warn'>;
  metrics: Metrics;
}

export function makeSender({ config, clock, log, metrics }: SenderOptions): Sender {
  const counts = webhookMetrics(metrics);
  const http = createOutgoingHttp({
    // Any host that its owner wrote down; the address is checked all the same.
    allowedHosts: () => ['*'],
    allowPrivate: listPrivateHosts(config.OUTGOING_ALLOW_PRIVATE),
    log,
    concurrency: 100,
  });
  return {
    async send({ id, url, body, secrets }) {
      const timestamp = Math.floor(clock.now().getTime() / 1000);
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signWith(secrets, { id, timestamp, body }),
      };
      const startedAt = performance.now();
      const outcome = await post(url, headers, body);
      const duration_ms = Math.round(performance.now() - startedAt);
      const isDelivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
      const isRefused = outcome.error === 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN';
      counts.note(isDelivered ? 'delivered' : isRefused ? 'refused' : 'failed', duration_ms / 1000);
      return { request: { url, headers }, isDelivered, duration_ms, ...outcome };
    },
    close: () => http.close(),
  };

  async function post(
    url: string,
    headers: Record<string, string>,
    body: string,
  ): Promise<Pick<Sent, 'status' | 'error' | 'retryAfterSeconds'>> {
    try {
      const init = { method: 'POST', headers, body, timeoutSeconds: TIMEOUT_SECONDS };
      const { status } = await http.fetch(url, init);
      return { status, error: null, retryAfterSeconds: 0 };
    } catch (error) {
      if (error instanceof RateLimited) {
        return { status: null, error: error.code, retryAfterSeconds: error.retryAfterSeconds };
      }
      const { code } = error as { code?: string };
      return { status: null, error: code ?? 'unknown', retryAfterSeconds: 0 };
    }
  }
}
