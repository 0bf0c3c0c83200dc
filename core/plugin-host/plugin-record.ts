/** The row of a plugin: what administrators want of it, and what became of that. Shown, and survives restarts. */
import type { PackageJson } from '@stint/plugin';
import type { Knex } from 'knex';
import { clean } from './fault.ts';
import type { PluginState } from './state.ts';

export interface PluginRecord {
  id: string;
  version: string;
  display_name: string;
  enabled: boolean;
  decision: number;
  state: PluginState;
  state_since: Date;
  last_error: string | null;
  crashes: number;
  uninstalled_at: Date | null;
  installed_version: string | null;
  previous_version: string | null;
  wanted_version: string | null;
  closed_guards: string[];
  manifest: object;
}

/**
 * Notes that the plugin is here; what an administrator decided about it stays: also that it was
 * purged, although its folder is still there.
 */
export async function noteDiscovered(
  db: Knex,
  id: string,
  found: PackageJson | undefined,
): Promise<PluginRecord> {
  const row = {
    version: clean(found?.version ?? ''),
    display_name: clean(found?.stint.displayName ?? id),
    manifest: JSON.stringify(found?.stint ?? {}, (_key, value) =>
      typeof value === 'string' ? clean(value) : value,
    ),
  };
  const [record] = await db('plugins')
    .insert({
      id,
      state: 'discovered',
      enabled: db.raw('NOT EXISTS (SELECT FROM plugin_removals WHERE id = ?)', [id]),
      ...row,
    })
    .onConflict('id')
    .merge(row)
    .returning('*');
  return record;
}

/** When it began to work, and how long that took. */
export async function noteStarted(db: Knex, id: string, timings: object): Promise<void> {
  await db('plugins')
    .where({ id })
    .update({ started_at: db.fn.now(), timings: JSON.stringify(timings) });
}

export async function findRecord(db: Knex, id: string): Promise<PluginRecord | undefined> {
  return db('plugins').where({ id }).first();
}

/** What an administrator can decide about a plugin. */
export type Decision = Partial<
  Pick<
    PluginRecord,
    | 'enabled'
    | 'crashes'
    | 'last_error'
    | 'uninstalled_at'
    | 'installed_version'
    | 'previous_version'
    | 'wanted_version'
    | 'closed_guards'
  >
>;

/** Writes what an administrator decided; the others follow it. Returns its number. */
export async function decide(db: Knex, id: string, columns: Decision = {}): Promise<number> {
  const [row] = await db('plugins')
    .where({ id })
    .update({ ...columns, decision: db.raw('decision + 1') })
    .returning('decision');
  return row?.decision ?? 0;
}

interface Note {
  state: PluginState;
  /** Null deletes the last one; undefined leaves it. */
  error?: string | null;
  /** When it is tried again by itself. */
  retryAt?: Date;
}

/** Writes a plugin's state, one write at a time and the newest only: a flood of faults is a few writes. */
export class StateNotes {
  readonly #db: Knex;
  readonly #id: string;
  readonly #onError: (error: Error) => void;
  #wanted: Note | undefined;
  #writing: Promise<void> | undefined;

  constructor(db: Knex, id: string, onError: (error: Error) => void) {
    this.#db = db;
    this.#id = id;
    this.#onError = onError;
  }

  /** Resolves when this, or a newer one, is written. Never rejects. */
  write(note: Note): Promise<void> {
    const error = note.error === undefined ? this.#wanted?.error : note.error;
    this.#wanted = { ...note, error };
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#wanted) {
      const { state, error: last_error, retryAt: retry_at = null } = this.#wanted;
      this.#wanted = undefined;
      const db = this.#db;
      await db('plugins')
        .where({ id: this.#id })
        .update({
          state,
          retry_at,
          state_since: db.raw('CASE WHEN state = ? THEN state_since ELSE now() END', [state]),
          ...(last_error !== undefined && { last_error }),
        })
        .catch(this.#onError);
    }
    this.#writing = undefined;
  }
}
