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
  manifest: object;
}

/** Notes that the plugin is here; what an administrator decided about it stays. */
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
    .insert({ id, state: 'discovered', ...row })
    .onConflict('id')
    .merge({ ...row, uninstalled_at: null })
    .returning('*');
  return record;
}

export async function findRecord(db: Knex, id: string): Promise<PluginRecord | undefined> {
  return db('plugins').where({ id }).first();
}

/** Writes what an administrator decided; the others follow it. Returns its number. */
export async function decide(
  db: Knex,
  id: string,
  columns: Partial<
    Pick<PluginRecord, 'enabled' | 'crashes' | 'last_error' | 'uninstalled_at'>
  > = {},
): Promise<number> {
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
    this.#wanted = { state: note.state, error };
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#wanted) {
      const { state, error: last_error } = this.#wanted;
      this.#wanted = undefined;
      const db = this.#db;
      await db('plugins')
        .where({ id: this.#id })
        .update({
          state,
          state_since: db.raw('CASE WHEN state = ? THEN state_since ELSE now() END', [state]),
          ...(last_error !== undefined && { last_error }),
        })
        .catch(this.#onError);
    }
    this.#writing = undefined;
  }
}
