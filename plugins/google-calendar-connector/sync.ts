/** One synchronisation: first Google's news, then Stint's, so that what both changed is Stint's in the end. */
import { ConfigError, DataError, type Project, type SyncResult, type SyncRun } from '@stint/plugin';
import { exportEntries } from './export.ts';
import { openGoogle } from './google.ts';
import { importDue } from './import.ts';
import { noteRun } from './runs.ts';
import type { Context, GoogleConnection } from './settings.ts';
import { Tally } from './tally.ts';
import { type Cursor, type Reading, readCalendars } from './walk.ts';

const MOST_ERRORS = 20;

export async function syncCalendar(
  ctx: Context,
  connection: GoogleConnection,
  run: SyncRun,
): Promise<SyncResult> {
  const tally = new Tally();
  const began_at = ctx.clock.now();
  let error: string | null = null;
  try {
    await syncBoth(ctx, connection, run, tally);
    return tally.result;
  } catch (thrown) {
    error = (thrown as Error).message;
    throw thrown;
  } finally {
    const { errors, ...counts } = tally.result;
    const ended_at = ctx.clock.now();
    const kept = { ...counts, errors: errors.slice(0, MOST_ERRORS) };
    // What went wrong is thrown, and not what cannot be noted after it.
    await noteRun(ctx.db, connection.id, { began_at, ended_at, ...kept, error }).catch(() => {});
  }
}

async function syncBoth(
  ctx: Context,
  connection: GoogleConnection,
  run: SyncRun,
  tally: Tally,
): Promise<void> {
  const { sync_direction } = connection.config;
  const { signal } = run;
  const google = openGoogle(ctx, { connectionId: connection.id, signal });
  const cursor = run.cursor<Cursor>() ?? {};
  const reading: Reading = { ctx, connection, google, run, cursor, tally, signal };
  if (sync_direction !== 'export') {
    await requireProject(ctx, connection);
    await importDue(reading);
    await readCalendars(reading);
  }
  if (sync_direction !== 'import') await exportEntries(reading);
}

/** Otherwise every single event would fail. */
export async function requireProject(
  ctx: Context,
  { user_id, config }: Pick<GoogleConnection, 'user_id' | 'config'>,
): Promise<void> {
  const id = config.default_project_id;
  if (!id) return;
  try {
    const { archived_at } = await ctx.data.as(user_id).get<Project>(`/projects/${id}`);
    if (archived_at === null) return;
  } catch (error) {
    if (!(error instanceof DataError && error.status === 404)) throw error;
  }
  throw new ConfigError('You cannot use this project: choose another.', '/default_project_id');
}
