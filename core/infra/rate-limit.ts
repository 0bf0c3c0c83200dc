/**
 * How many requests somebody may make, counted in PostgreSQL so that any number of processes
 * agree. A process leases a share of a window at a time, so most requests cost no query; a crash
 * can only make a limit stricter until the window ends.
 */
import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import type { Knex } from 'knex';
import { ERR_RATE_LIMITED } from '../errors.ts';
import { acting } from './acting.ts';
import { runPrepared, type Statement } from './prepared.ts';

const WINDOW_MS = 60_000;

const take: Statement = {
  name: 'rate_limit_take',
  text: `INSERT INTO rate_limits AS r (key, window_ends_at, used)
    VALUES ($1, now() + make_interval(secs => $3), $2)
    ON CONFLICT (key) DO UPDATE SET
      used = CASE WHEN r.window_ends_at <= now() THEN excluded.used ELSE r.used + excluded.used END,
      window_ends_at = CASE WHEN r.window_ends_at <= now() THEN excluded.window_ends_at ELSE r.window_ends_at END
    RETURNING used, (extract(epoch FROM window_ends_at - now()) * 1000)::integer AS ttl`,
};

export interface Taken {
  /** Units used in this window, these included. */
  used: number;
  /** Milliseconds until the window ends. */
  ttl: number;
}

/** Takes `units` from the window of `key`, exactly. */
export async function takeFromWindow(db: Knex, key: string, units = 1): Promise<Taken> {
  const [row] = await runPrepared<Taken>(db, take, [key, units, WINDOW_MS / 1000]);
  return row as Taken;
}

interface Lease {
  used: number;
  until: number;
  endsAt: number;
}

/** The store that @fastify/rate-limit asks, holding leases of a twentieth of the limit. */
function leasingStore(db: Knex) {
  const leases = new Map<string, Promise<Lease>>();

  async function takeLease(key: string, share: number): Promise<Lease> {
    const { used, ttl } = await takeFromWindow(db, key, share);
    return { used: used - share, until: used, endsAt: Date.now() + ttl };
  }

  async function count(key: string, max: number): Promise<{ current: number; ttl: number }> {
    for (;;) {
      const pending = leases.get(key);
      const lease = await pending;
      if (lease && lease.used < lease.until && lease.endsAt > Date.now()) {
        lease.used += 1;
        return { current: lease.used, ttl: lease.endsAt - Date.now() };
      }
      // Requests that wait for the same lease must not each take one of their own.
      if (leases.get(key) !== pending) continue;
      if (leases.size > 10_000) leases.clear();
      const taken = takeLease(key, Math.max(1, Math.floor(max / 20)));
      leases.set(key, taken);
      taken.catch(() => leases.delete(key));
    }
  }

  return class LeasingStore implements FastifyRateLimitStore {
    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      _window: number,
      max: number,
    ): void {
      count(key, max).then((result) => done(null, result), done);
    }
    child(): FastifyRateLimitStore {
      return this;
    }
  };
}

async function registerRateLimit(app: FastifyInstance): Promise<void> {
  const limit = app.config.RATE_LIMIT_PER_MINUTE;
  if (limit === 0) return;
  await app.register(rateLimit, {
    max: limit,
    timeWindow: WINDOW_MS,
    enableDraftSpec: true,
    store: leasingStore(app.db) as never,
    keyGenerator: (request: FastifyRequest) =>
      request.context ? `api:user:${request.context.actor.user_id}` : `api:ip:${request.ip}`,
    // A plugin that acts for somebody must not use up what they may ask for themselves.
    allowList: (request: FastifyRequest) =>
      acting.getStore() !== undefined || !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) => new ERR_RATE_LIMITED(Math.ceil(ttl / 1000)),
  });
}

export default fp(registerRateLimit, { name: 'stint-rate-limit', fastify: '5.x' });
