/** How far the synchronisations of a connection are, in the plugin's own words. Kept where its `kv` is. */
import type { SyncRun } from '@stint/plugin';
import type { Knex } from 'knex';
import { makeKv } from '../context/kv.ts';

interface Whose {
  plugin: string;
  connection: number;
  /** Of the run: one that was too late must not undo what a later one has kept. */
  signal: AbortSignal;
}

export async function openCursor(
  db: Knex,
  { plugin, connection, signal }: Whose,
): Promise<Pick<SyncRun, 'cursor' | 'save'>> {
  const kv = makeKv(db, plugin);
  let last = await kv.get(keyOf(connection));
  return {
    cursor: <T>() => structuredClone(last) as T | undefined,
    async save(cursor) {
      signal.throwIfAborted();
      await kv.set(keyOf(connection), cursor);
      last = structuredClone(cursor);
    },
  };
}

/** The settings may name something else from now on. */
export async function forgetCursor(db: Knex, plugin: string, connection: number): Promise<void> {
  await makeKv(db, plugin).delete(keyOf(connection));
}

function keyOf(connection: number): string {
  return `stint:sync:${connection}`;
}
