/**
 * The connections of the queue. That a job has ended is written by Graphile Worker without anybody
 * waiting for it: where that fails, the process ends, or the job stays locked. It tries again only for
 * errors it knows to pass, and a connection that PostgreSQL closed is not among them. Here it is.
 */
import pg from 'pg';
import { isConnectionLost } from './connection-lost.ts';
import type { Logger } from './logger.ts';

/** `cannot_connect_now`: what Graphile Worker tries again. */
const TRY_AGAIN = '57P03';

export function openQueuePool(connectionString: string, max: number, log: Logger): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, Client: QueueClient });
  // A pool without a listener ends the process when PostgreSQL restarts.
  pool.on('error', (error) => log.warn({ err: error }, 'queue connection lost'));
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

class QueueClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg are passed on as they are
  override connect(...values: any[]): any {
    const [done] = values;
    if (typeof done !== 'function') return super.connect().catch(throwPassing);
    super.connect((error: Error) => done(error && asPassing(error)));
  }

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg are passed on as they are
  override query(...values: any[]): any {
    const result: unknown = super.query(...(values as [never]));
    return result instanceof Promise ? result.catch(throwPassing) : result;
  }
}

function throwPassing(error: Error): never {
  throw asPassing(error);
}

function asPassing(error: Error & { code?: string }): Error {
  if (isConnectionLost(error)) error.code = TRY_AGAIN;
  return error;
}
