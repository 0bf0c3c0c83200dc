/** The last synchronisations of each connection, for their person to look at. */
import type { PluginDatabase, SyncResult } from '@stint/plugin';

const KEPT = 20;

export interface Run extends SyncResult {
  began_at: Date;
  ended_at: Date;
  /** Why it ended before its time. */
  error: string | null;
}

export async function noteRun(
  db: PluginDatabase,
  connection_id: number,
  { began_at, ended_at, synced, updated, skipped, errors, error }: Run,
): Promise<void> {
  await db.query(
    `INSERT INTO runs (connection_id, began_at, ended_at, synced, updated, skipped, errors, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [connection_id, began_at, ended_at, synced, updated, skipped, JSON.stringify(errors), error],
  );
  await db.query(
    `DELETE FROM runs WHERE connection_id = $1 AND id <= (
       SELECT id FROM runs WHERE connection_id = $1 ORDER BY id DESC OFFSET $2 LIMIT 1)`,
    [connection_id, KEPT],
  );
}

export function listRuns(db: PluginDatabase, connection_id: number): Promise<Run[]> {
  return db.query<Run>(
    `SELECT began_at, ended_at, synced, updated, skipped, errors, error FROM runs
     WHERE connection_id = $1 ORDER BY id DESC`,
    [connection_id],
  );
}
