/**
 * Deletes what has served its time: ended sessions and links, kept answers, old events, counts of
 * past minutes, entries in the bin, deliveries, notifications. In batches, so that no statement holds
 * locks for long. The audit log is never purged.
 */
import type { Knex } from 'knex';
import type { Clock } from './clock.ts';
import { KEPT_MS as ANSWERS_KEPT_MS } from './idempotency.ts';

const DAY_MS = 86_400_000;
const EVENTS_KEPT_MS = 30 * DAY_MS;
const BIN_KEPT_MS = 30 * DAY_MS;
const DELIVERIES_KEPT_MS = 30 * DAY_MS;
const NOTIFICATIONS_KEPT_MS = 90 * DAY_MS;
const BATCH = 5_000;

interface Purge {
  table: string;
  /** What goes, with one binding: the instant up to which. */
  condition: string;
  keptMs: number;
}

const purges: Purge[] = [
  // A session is over at its idle or its absolute limit, whichever comes first.
  { table: 'sessions', condition: 'least(expires_at, idle_expires_at) <= ?', keptMs: 0 },
  { table: 'oauth_attempts', condition: 'expires_at <= ?', keptMs: 0 },
  { table: 'login_challenges', condition: 'expires_at <= ?', keptMs: 0 },
  { table: 'transfers', condition: 'expires_at <= ?', keptMs: 0 },
  { table: 'one_time_links', condition: 'expires_at <= ?', keptMs: 0 },
  { table: 'idempotency_keys', condition: 'created_at <= ?', keptMs: ANSWERS_KEPT_MS },
  { table: 'events', condition: 'occurred_at < ?', keptMs: EVENTS_KEPT_MS },
  { table: 'time_entries', condition: 'deleted_at < ?', keptMs: BIN_KEPT_MS },
  // A repetition of what is older is handled again: no sender repeats for that long.
  { table: 'inbound_deliveries', condition: 'received_at < ?', keptMs: DELIVERIES_KEPT_MS },
  { table: 'webhook_deliveries', condition: 'created_at < ?', keptMs: DELIVERIES_KEPT_MS },
  { table: 'notifications', condition: 'created_at < ?', keptMs: NOTIFICATIONS_KEPT_MS },
];

/** Deletes what is due and returns how many rows went, by table. What is left the next run finds. */
export async function purgeExpired(db: Knex, clock: Clock): Promise<Record<string, number>> {
  const purged: Record<string, number> = {};
  for (const { table, condition, keptMs } of purges) {
    const limit = new Date(clock.now().getTime() - keptMs);
    purged[table] = await deleteBatches(db, table, db.raw(condition, [limit]));
  }
  // Windows are counted by the clock of the database, which all processes share.
  purged.rate_limits = await deleteBatches(db, 'rate_limits', db.raw('window_ends_at <= now()'));
  purged.jobs = await deleteReplacedJobs(db);
  return purged;
}

/** A fan-out that was asked for anew while it ran, and then failed: the new one did its work. */
async function deleteReplacedJobs(db: Knex): Promise<number> {
  const { rows } = await db.raw(
    `SELECT graphile_worker.complete_jobs(array(SELECT id FROM graphile_worker.jobs
       WHERE task_identifier = 'fan_out' AND attempts >= max_attempts))`,
  );
  return rows.length;
}

async function deleteBatches(db: Knex, table: string, condition: Knex.Raw): Promise<number> {
  let total = 0;
  for (;;) {
    const batch = db(table).select('ctid').where(condition).limit(BATCH).forUpdate().skipLocked();
    // The condition once more: what was looked at may have changed until it was locked.
    const deleted = await db(table).where(condition).whereIn('ctid', batch).delete();
    total += deleted;
    if (deleted < BATCH) return total;
  }
}
