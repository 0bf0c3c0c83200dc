/**
 * Who asks, on which connection, and what time it is: the first argument of every service
 * function. Passing it on passes the transaction on, so nothing can slip out of it.
 */
import type { Knex } from 'knex';
import type { Settings } from '../settings/schema.ts';
import type { Clock } from './clock.ts';
import type { Guards } from './guards.ts';

export type Role = 'admin' | 'manager' | 'member';

export interface Actor {
  /** `undefined` for the system itself (jobs, set-up). */
  user_id?: number;
  role: Role;
  /** `session`, `token:<id>`, or the job or plugin that acts. */
  via: string;
  /** `undefined` means all of them: sessions and the system are limited by role alone. */
  scopes?: readonly string[];
  ip?: string;
  /** IANA zone in which naive timestamps are read and days are counted. */
  time_zone: string;
  week_start: number;
  /** Language of what they read; `undefined` for the system itself. */
  locale?: string;
}

/** Where a change comes from, when not from the app itself; carried by its event. */
export interface Origin {
  plugin?: string;
  connection?: number;
  external_id?: string;
}

export interface Context {
  /** The pool, or the open transaction. */
  db: Knex;
  actor: Actor;
  clock: Clock;
  settings: Settings;
  origin?: Origin;
  /** The event whose handling led here. */
  causation?: { id: string; depth: number };
  /** Whoever has to be asked before a change; absent where nobody is. */
  guards?: Guards;
}

/** Runs `work` in one transaction; inside another, joins it. */
export async function inTransaction<T>(
  context: Context,
  work: (context: Context) => Promise<T>,
): Promise<T> {
  if (context.db.isTransaction) return work(context);
  return context.db.transaction((trx) => work({ ...context, db: trx }));
}
