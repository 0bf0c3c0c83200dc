/** All that changed since the last time, page by page. It goes on where it was cut off. */
import { ConfigError, DataError, type Project, type SyncResult, type SyncRun } from '@stint/plugin';
import { keepIssue } from './issues.ts';
import type { Context, TrackboardConnection } from './settings.ts';
import { type Issue, type Place, readChanges } from './trackboard.ts';

export async function syncIssues(
  ctx: Context,
  connection: TrackboardConnection,
  run: SyncRun,
): Promise<SyncResult> {
  const result: SyncResult = { synced: 0, updated: 0, skipped: 0, errors: [] };
  await requireProject(ctx, connection);
  let place = run.cursor<Place>() ?? { after: '' };
  for (;;) {
    const page = await readChanges(ctx, connection.config, place, run.signal);
    if (!page) return result;
    for (const issue of page.issues) {
      run.signal.throwIfAborted();
      await keepOne(ctx, connection, issue, result);
    }
    const isEnd = page.after === place.after;
    // Only the last question is asked again: "nothing new" is all that has to be answered then.
    place = { after: page.after, etag: isEnd ? page.etag : undefined };
    await run.save(place);
    await run.progress(result);
    if (isEnd) return result;
  }
}

/** Otherwise every single issue would fail, and none would be looked at again. */
async function requireProject(
  ctx: Context,
  { user_id, config }: TrackboardConnection,
): Promise<void> {
  const id = config.default_project_id;
  try {
    const { archived_at } = await ctx.data.as(user_id).get<Project>(`/projects/${id}`);
    if (archived_at === null) return;
  } catch (error) {
    if (!(error instanceof DataError && error.status === 404)) throw error;
  }
  throw new ConfigError('You cannot use this project: choose another.', '/default_project_id');
}

async function keepOne(
  ctx: Context,
  connection: TrackboardConnection,
  issue: Issue,
  result: SyncResult,
): Promise<void> {
  try {
    const { did } = await keepIssue(ctx, connection, issue);
    if (did === 'created') result.synced += 1;
    else if (did === 'updated') result.updated += 1;
    else result.skipped += 1;
  } catch (error) {
    // One that Stint refuses keeps none of the others back: its next change is a new chance.
    if (!(error instanceof DataError)) throw error;
    result.errors.push(`${issue.key}: ${error.message}`);
  }
}
