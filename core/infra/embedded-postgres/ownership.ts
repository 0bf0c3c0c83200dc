// At most one Stint holds a data folder: a session-level advisory lock on a connection kept for the
// life of the instance. It ends with the process, however that dies, so nothing has to be guessed.

import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

// "stint" in ASCII. The lock lives in the database "postgres", away from the application's own.
const LOCK_KEY = '495874862708';
export const LOCK_DATABASE = 'postgres';
const LOCK_POLL_MS = 50;
const REGAIN_POLL_MS = 500;

export interface Ownership {
  /** Gives the lock back. Safe when the connection is already gone. */
  release(): Promise<void>;
  /** From now on a lost connection is no news: the server is being stopped. */
  expectLoss(): void;
}

interface OwnershipPlan {
  client: pg.Client;
  /** Undefined while the server is away. */
  reconnect(): Promise<pg.Client | undefined>;
  isServerAlive(): boolean;
  warn(msg: string): void;
}

/** A parent killed an instant ago may still hold the lock, hence the patience. */
export async function acquireLock(client: pg.Client, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await client.query(`SELECT pg_try_advisory_lock(${LOCK_KEY}) AS is_mine`);
    if (rows[0]?.is_mine === true) return true;
    if (Date.now() >= deadline) return false;
    await sleep(LOCK_POLL_MS);
  }
}

/** Watches a connection that holds the lock, and takes the lock again if the server cut it off. */
export function keepOwnership(plan: OwnershipPlan): Ownership {
  let client: pg.Client | undefined;
  let isLossExpected = false;

  const watch = (holder: pg.Client): void => {
    client = holder;
    holder.once('end', () => {
      client = undefined;
      if (isLossExpected) return;
      plan.warn('was cut off: PostgreSQL has crashed or was stopped by someone else');
      void regain();
    });
  };
  // After the crash of one backend PostgreSQL restarts itself and forgets every lock.
  const regain = async (): Promise<void> => {
    while (!isLossExpected && plan.isServerAlive()) {
      await sleep(REGAIN_POLL_MS, undefined, { ref: false });
      const next = await plan.reconnect();
      if (next === undefined) continue;
      if (!isLossExpected && (await acquireLock(next, 0).catch(() => false))) return watch(next);
      await next.end().catch(() => {});
    }
  };

  watch(plan.client);
  return {
    expectLoss: () => {
      isLossExpected = true;
    },
    release: async () => {
      isLossExpected = true;
      await client?.end().catch(() => {});
    },
  };
}
