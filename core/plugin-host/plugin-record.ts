/** The row of a plugin: what administrators want of it, and what became of that. Shown, and survives restarts. */
import type { PackageJson } from '@stint/plugin';
import type { Knex } from 'knex';
import type { PluginState } from './state.ts';

export interface PluginRecord {
  id: string;
  version: string;
  display_name: string;
  enabled: boolean;
  state: PluginState;
  state_since: Date;
  last_error: string | null;
  crashes: number;
  starting_since: Date | null;
  uninstalled_at: Date | null;
  manifest: object;
}

/** Notes that the plugin is here; what an administrator decided about it stays. */
export async function noteDiscovered(
  db: Knex,
  id: string,
  found: PackageJson | undefined,
): Promise<PluginRecord> {
  const row = {
    version: found?.version ?? '',
    display_name: found?.stint.displayName ?? id,
    manifest: JSON.stringify(found?.stint ?? {}),
  };
  const [record] = await db('plugins')
    .insert({ id, state: 'discovered', ...row })
    .onConflict('id')
    .merge({ ...row, uninstalled_at: null })
    .returning('*');
  return record;
}

export async function noteState(
  db: Knex,
  id: string,
  state: PluginState,
  error?: string,
): Promise<void> {
  const last_error = error === undefined ? db.raw('last_error') : error.slice(0, 2000);
  await db('plugins').where({ id }).update({ state, state_since: db.fn.now(), last_error });
}

/**
 * A start is marked before any code of the plugin runs, and unmarked after: a mark that is found at
 * the next start means that the process ended in between.
 */
export async function markStarting(db: Knex, id: string, starting: boolean): Promise<void> {
  await db('plugins')
    .where({ id })
    .update({ starting_since: starting ? db.fn.now() : null });
}

export async function countCrash(db: Knex, id: string): Promise<number> {
  const [row] = await db('plugins')
    .where({ id })
    .increment('crashes', 1)
    .update({ starting_since: null })
    .returning('crashes');
  return row.crashes;
}
