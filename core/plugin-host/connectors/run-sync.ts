/** Runs one synchronisation in a job, and notes how it went. Who waits for the other side tries again later. */
import type { SyncResult, SyncRun } from '@stint/plugin';
import { addJob } from '../context/job-queue.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { callPlugin } from './call-plugin.ts';
import { findActiveRow, noteOutcome, openRow } from './rows.ts';
import type { SyncState } from './schema.ts';
import { openCursor } from './sync-cursor.ts';
import { redactConfig, troubleOf } from './trouble.ts';

const SYNC_MS = 900_000;
const MAX_ERRORS = 50;

export interface SyncJob {
  plugin: string;
  connection: number;
  run: string;
}

export async function runSync(
  plugin: ActivePlugin,
  { connection: id, run }: SyncJob,
  isLastAttempt: boolean,
): Promise<void> {
  const { deps, definition, context } = plugin;
  const row = await findActiveRow(deps.db, plugin.id, id);
  if (!row || !definition.sync) return;
  let sync: SyncState = { run, state: 'running', asked_at: deps.clock.now().toISOString() };
  await noteOutcome(deps, id, { health: 'syncing', sync });
  let config = {};
  try {
    const connection = await openRow(plugin, row);
    config = connection.config;
    const work = definition.sync.bind(definition);
    const progress: SyncRun['progress'] = async (sofar) => {
      if (sync.state !== 'running') return;
      sync = { ...sync, ...pickCounts(sofar) };
      await noteOutcome(deps, id, { sync });
    };
    const result = await deps.metrics.measureJob(plugin.id, 'sync', () =>
      callPlugin(plugin, 'The synchronisation', SYNC_MS, async (late) => {
        const signal = AbortSignal.any([late, context.signal]);
        const kept = await openCursor(deps.db, { plugin: plugin.id, connection: id, signal });
        return work(context, connection, { signal, progress, ...kept });
      }),
    );
    const counts = pickCounts(result);
    counts.errors = counts.errors?.map((text) => redactConfig(plugin, config, text));
    const [problem = null] = counts.errors ?? [];
    sync = { run, asked_at: sync.asked_at, state: 'done', ...counts };
    await noteOutcome(deps, id, {
      health: problem === null ? 'connected' : 'degraded',
      last_error: problem,
      last_sync_at: deps.clock.now(),
      sync,
    });
  } catch (error) {
    const trouble = troubleOf(error, plugin, config);
    const { health, message, retryAfterSeconds } = trouble;
    const isOver = trouble.isFinal || (isLastAttempt && retryAfterSeconds === undefined);
    sync = { ...sync, state: isOver ? 'failed' : 'retrying' };
    await noteOutcome(deps, id, { health, last_error: message, sync });
    deps.log.warn(
      { plugin: plugin.id, connection: id, health },
      `a synchronisation failed: ${message}`,
    );
    if (isOver && !trouble.isFinal) plugin.degrade(new Error(message));
    if (isOver) return;
    if (retryAfterSeconds === undefined) throw new Error(message);
    // The other side named a time: the attempt does not count.
    const name = `sync:${id}`;
    await addJob(deps.db, {
      identifier: 'plugin_sync',
      plugin: plugin.id,
      payload: { plugin: plugin.id, connection: id, run } satisfies SyncJob,
      key: name,
      queue: name,
      delaySeconds: retryAfterSeconds,
    });
  }
}

function pickCounts(counts: Partial<SyncResult> & { total?: number }) {
  const { synced, updated, skipped, errors, total } = counts ?? {};
  return { synced, updated, skipped, total, errors: errors?.slice(0, MAX_ERRORS).map(String) };
}
