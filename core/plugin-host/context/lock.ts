/**
 * `ctx.lock`: one at a time for each key, in all processes. The lock is a transaction's, so it ends with the
 * process that holds it; few are held at once, because each keeps a connection of the pool.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type Lock, NotReady } from '@stint/plugin';
import type { Knex } from 'knex';
import { withDeadline } from '../deadline.ts';
import { Line } from './connection-share.ts';

const MOST_AT_ONCE = 3;
const WAIT_MS = 10_000;
const WORK_MS = 30_000;
const LOCK_NOT_AVAILABLE = '55P03';

// By pool, because it is the pool that must not run dry.
const lines = new WeakMap<Knex, Line>();
const isInside = new AsyncLocalStorage<true>();

export function makeLock(db: Knex, plugin: string): Lock {
  const own = new Map<string, Promise<unknown>>();
  const line = lines.get(db) ?? new Line(MOST_AT_ONCE);
  lines.set(db, line);

  /** Who waits for the same key in this process waits here, and not with a connection. */
  async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = own.get(key) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.catch(() => {});
    own.set(key, settled);
    try {
      return await turn;
    } finally {
      if (own.get(key) === settled) own.delete(key);
    }
  }

  return (key, work) => {
    if (isInside.getStore())
      return Promise.reject(new Error('ctx.lock inside of ctx.lock would wait for itself.'));
    return isInside.run(true, () =>
      inTurn(key, () => line.run(() => holdLock(db, `stint.plugin.${plugin}:${key}`, work))),
    );
  };
}

async function holdLock<T>(db: Knex, name: string, work: () => Promise<T>): Promise<T> {
  return db.transaction(async (trx) => {
    await trx.raw(`SET LOCAL lock_timeout = ${WAIT_MS}`);
    await trx
      .raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [name])
      .catch((error: { code?: string }) => {
        if (error.code === LOCK_NOT_AVAILABLE) throw new NotReady(5, 'Others are at it.');
        throw error;
      });
    return withDeadline('What holds a lock', WORK_MS, work);
  });
}
