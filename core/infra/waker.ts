/**
 * Says, soon after a commit, that something changed: live streams look then, and the fan-out runs. Not
 * in the transaction, where notifying makes commits wait for each other; and at most ten times a second
 * a process, whatever is written. What a killed process did not say, the next change or minute does.
 */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Knex } from 'knex';
import type { Logger } from './logger.ts';

/** The channel of `LISTEN`. */
export const CHANGES = 'stint_changes';

export interface Waker {
  /** Something may have been committed. Never throws. */
  wake(): void;
  /** Says what is still to be said. */
  stop(): Promise<void>;
}

const SOON_MS = 30;
const APART_MS = 100;

export function makeWaker(db: Knex, log: Logger): Waker {
  let due = false;
  let busy: Promise<void> | undefined;
  let isStopped = false;
  let endPause = () => {};

  async function sayUntilSaid(): Promise<void> {
    // The answer goes out first, and what a person does at once is one message.
    await pause(SOON_MS);
    while (due) {
      due = false;
      await say(db).catch((error) => log.warn({ err: error }, 'changes were not announced'));
      await pause(APART_MS);
    }
    busy = undefined;
  }
  function pause(milliseconds: number): Promise<void> | undefined {
    if (isStopped) return undefined;
    return new Promise((resolve) => {
      endPause = resolve;
      setTimeout(resolve, milliseconds).unref();
    });
  }
  return {
    wake() {
      due = true;
      busy ??= sayUntilSaid();
    },
    async stop() {
      isStopped = true;
      endPause();
      await busy;
    },
  };
}

async function say(db: Knex): Promise<void> {
  await db.raw(
    `SELECT pg_notify(?, ''), (
       SELECT graphile_worker.add_job('fan_out', job_key => 'fan_out')
       WHERE EXISTS (SELECT FROM event_outbox) OR EXISTS (SELECT FROM inbound_outbox)) AS job`,
    [CHANGES],
  );
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Wakes after each request that may have changed something. */
async function wakeAfterRequests(
  app: FastifyInstance,
  { waker }: { waker: Waker | undefined },
): Promise<void> {
  if (!waker) return;
  app.addHook('onResponse', async ({ method }, { statusCode }) => {
    if (!readingMethods.has(method) && statusCode < 400) waker.wake();
  });
}

export default fp(wakeAfterRequests, { name: 'stint-waker', fastify: '5.x' });
