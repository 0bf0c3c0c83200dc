/**
 * Asks for a synchronisation. All of a connection's go through one queue, so that a manual and a
 * scheduled one never overlap; asking while one waits or runs joins that one.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { addJob } from '../context/job-queue.ts';
import type { HostDeps } from '../host-deps.ts';
import { findActiveRow, type Row } from './rows.ts';
import type { SyncJob } from './run-sync.ts';
import { NOT_CONFIGURED, type SyncAnswer, type SyncState } from './schema.ts';

// Longer than a synchronisation may take: one that still waits or runs was lost with its worker.
const LOST_AFTER_MS = 3_600_000;

/** The run that is under way from now on; undefined where nobody is connected. */
export async function askSync(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  provider: string,
  id: number,
): Promise<string | undefined> {
  const now = clock.now();
  return db.transaction(async (trx) => {
    const locked: Row | undefined = await trx('integrations')
      .where({ provider, id, is_active: true })
      .forUpdate()
      .first();
    if (!locked) return undefined;
    if (locked.sync && isUnderWay(locked.sync, now)) return locked.sync.run;
    const sync: SyncState = {
      run: randomUUID(),
      state: 'queued',
      asked_at: now.toISOString(),
    };
    await trx('integrations')
      .where({ id })
      .update({ sync: JSON.stringify(sync) });
    const name = `sync:${id}`;
    await addJob(trx, {
      identifier: 'plugin_sync',
      plugin: provider,
      payload: { plugin: provider, connection: id, run: sync.run } satisfies SyncJob,
      key: name,
      queue: name,
    });
    return sync.run;
  });
}

function isUnderWay({ state, asked_at }: SyncState, now: Date): boolean {
  if (state !== 'queued' && state !== 'running') return false;
  return now.getTime() - Date.parse(asked_at) < LOST_AFTER_MS;
}

const POLL_MS = 100;

/** How the run ended, or how far it is after `patienceMs`. */
export async function awaitSync(
  db: Knex,
  provider: string,
  id: number,
  run: string,
  patienceMs: number,
): Promise<SyncAnswer & { isOver: boolean }> {
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const row = await findActiveRow(db, provider, id);
    if (!row) return { ...NOT_CONFIGURED, isOver: true };
    const { state = 'queued', ...counts } = row.sync ?? {};
    const isOver = state === 'done' || state === 'failed' || row.sync?.run !== run;
    const hasFailed = state === 'failed' || state === 'retrying';
    if (isOver || state === 'retrying' || performance.now() >= endsAt) {
      const error = hasFailed && row.last_error ? { error: row.last_error } : {};
      return { ok: !hasFailed, state, ...counts, ...error, isOver };
    }
    await sleep(POLL_MS);
  }
}

export interface SyncSchedule {
  everyMinutes: number;
  /** Those who never asked for one are left alone. */
  firstIsAsked?: boolean;
}

/** Adds what is due of the plugins that want to be synchronised by themselves. */
export async function askDueSyncs(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  provider: string,
  { everyMinutes, firstIsAsked = false }: SyncSchedule,
): Promise<void> {
  const before = new Date(clock.now().getTime() - everyMinutes * 60_000);
  const due: number[] = await db('integrations as i')
    .join('users as u', 'u.id', 'i.user_id')
    .where({ 'i.provider': provider, 'i.is_active': true, 'u.active': true })
    // Until somebody connects again or mends the settings, trying would only be a storm.
    .whereNotIn('i.health', ['reconnect', 'error'])
    .whereRaw(`coalesce(i.last_sync_at, '-infinity') <= ?`, [before])
    .modify((query) => {
      if (firstIsAsked) query.whereNotNull('i.last_sync_at');
    })
    // One that waits for its next attempt has a time of its own.
    .whereRaw(`coalesce(i.sync ->> 'state', '') <> 'retrying'`)
    .pluck('i.id');
  for (const id of due) await askSync({ db, clock }, provider, id);
}

/** All who are connected. @returns how many */
export async function askAllSyncs(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  provider: string,
): Promise<number> {
  const all: number[] = await db('integrations').where({ provider, is_active: true }).pluck('id');
  for (const id of all) await askSync({ db, clock }, provider, id);
  return all.length;
}
