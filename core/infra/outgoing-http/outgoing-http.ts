/**
 * The HTTP client for every URL that a plugin or a person gives: `ctx.http` and outgoing webhooks.
 * It calls allowed hosts at public addresses only, takes at most 10 s and 10 MB, and follows no
 * redirect to elsewhere. It ignores the proxy variables of the environment, and never logs a path,
 * a query, a header or a body.
 */
import type { HttpAnswer } from '@stint/plugin';
import type { Agent } from 'undici';
import type { Logger } from '../logger.ts';
import { readAnswer } from './answer.ts';
import type { ResolveHost } from './connector.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { codeOf, readFailure } from './failure.ts';
import { readPrivateHosts } from './private-hosts.ts';
import { redirectWithin } from './redirect.ts';
import { type OutgoingInit, type OutgoingRequest, readRequest } from './request.ts';
import { type Attempts, sendPatiently } from './retry.ts';
import { Slots } from './slots.ts';
import { readTarget, requireAllowed } from './target.ts';

export interface OutgoingHttpOptions {
  /** Asked at each request: see `host-pattern.ts` for the forms. */
  allowedHosts: () => readonly string[] | Promise<readonly string[]>;
  /** From `OUTGOING_ALLOW_PRIVATE`: see `private-hosts.ts`. */
  allowPrivate: readonly string[];
  log: Pick<Logger, 'debug' | 'warn'>;
  onMetric?: (metric: OutgoingMetric) => void;
  /** Calls at the same time; more wait. @default 20 */
  concurrency?: number;
  now?: () => Date;
  resolve?: ResolveHost;
}

/** One call, with all its attempts. */
export interface OutgoingMetric {
  host: string;
  method: string;
  /** Status of the answer, or code of the error. */
  outcome: number | string;
  attempts: number;
  seconds: number;
}

export interface OutgoingHttp {
  /**
   * Statuses are answers, 401 and 500 as well as 200; but a 429 or 503 with `Retry-After` is thrown.
   * @throws STINT_ERR_OUTGOING_*, RateLimited, or the reason of `init.signal`.
   */
  fetch(url: string, init?: OutgoingInit): Promise<HttpAnswer>;
  /** Cuts what is under way. */
  close(): Promise<void>;
}

export function createOutgoingHttp(options: OutgoingHttpOptions): OutgoingHttp {
  const mayBePrivate = readPrivateHosts(options.allowPrivate);
  let agent: Promise<Agent> | undefined;
  const openAgent = async () =>
    (await import('./agent.ts')).makeAgent(mayBePrivate, options.resolve);
  const slots = new Slots(options.concurrency ?? 20);
  const now = options.now ?? (() => new Date());

  const sendOnce = async (url: URL, request: OutgoingRequest, deadline: Deadline) => {
    requireAllowed(url, await options.allowedHosts());
    agent ??= openAgent();
    try {
      const { statusCode, headers, body } = await (await agent).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: request.method,
        headers: request.headers,
        body: request.body,
        signal: deadline.signal,
      });
      const bytes = Buffer.from(await body.arrayBuffer());
      return await readAnswer(url.host, { status: statusCode, headers, body: bytes });
    } catch (error) {
      throw readFailure(url.host, error);
    }
  };

  return {
    async fetch(text, init = {}) {
      const url = readTarget(text);
      const request = readRequest(url.host, init);
      using deadline = startDeadline(url.host, init.timeoutSeconds ?? 10, init.signal);
      const attempts = { host: url.host, method: request.method, deadline, count: 0 };
      const startedAt = performance.now();
      const report = (outcome: number | string) =>
        reportCall(options, attempts, outcome, (performance.now() - startedAt) / 1000);
      const send = async () => {
        let target = url;
        for (let hops = 0; ; hops++) {
          const answer = await sendOnce(target, request, deadline);
          const next = init.followSameOrigin && redirectWithin(target, request.method, answer);
          if (!next || hops === 3) return answer;
          target = next;
        }
      };
      try {
        const answer = await slots.run(deadline, () => sendPatiently(attempts, send, now));
        report(answer.status);
        return answer;
      } catch (error) {
        report(codeOf(error) ?? 'aborted');
        throw error;
      }
    },
    close: async () => (await agent)?.destroy(),
  };
}

const refusals = new Set<number | string>([
  'STINT_ERR_OUTGOING_HOST_NOT_ALLOWED',
  'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN',
]);

function reportCall(
  { log, onMetric }: OutgoingHttpOptions,
  { host, method, count }: Attempts,
  outcome: number | string,
  seconds: number,
): void {
  const call: OutgoingMetric = { host, method, outcome, attempts: count, seconds };
  if (refusals.has(outcome)) log.warn(call, 'outgoing request refused');
  else log.debug(call, 'outgoing request');
  onMetric?.(call);
}
