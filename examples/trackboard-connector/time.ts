/**
 * Time goes back to the issue. A job says what is true when it runs, not what an event said: so it does not
 * matter how often and in which order events come.
 */
import { defineTask, type TimeEntry } from '@stint/plugin';
import { Type } from 'typebox';
import { issueIdOf } from './issues.ts';
import type { Context, TrackboardConnection } from './settings.ts';
import { deleteTime, putTime } from './trackboard.ts';

export const PostTime = defineTask(
  'post_time',
  Type.Object({ connection_id: Type.Integer(), entry_id: Type.Integer() }),
);

export function registerTime(ctx: Context): void {
  ctx.on(
    ['timer.stopped', 'entry.created', 'entry.updated', 'entry.deleted', 'entry.restored'],
    async ({ entity, data }) => {
      const connection = await ctx.connections.ofUser(data.user_id);
      if (!connection?.is_active || !connection.config.post_time) return;
      const job = { connection_id: connection.id, entry_id: entity.id };
      // One at a time for an entry: what it was posted to is remembered.
      await ctx.jobs.add(PostTime, job, { key: `time:${entity.id}`, queue: `time:${entity.id}` });
    },
    // A timer that an assignment started, and its end stopped, is work as well.
    { own: true },
  );

  ctx.task(PostTime, async ({ connection_id, entry_id }) => {
    await ctx.connections.attempt(connection_id, (connection) =>
      postTime(ctx, connection, entry_id),
    );
  });
}

async function postTime(
  ctx: Context,
  { user_id, config }: TrackboardConnection,
  entry_id: number,
): Promise<void> {
  const found = await ctx.data.as(user_id).find<TimeEntry>(`/time-entries/${entry_id}`);
  const entry = found?.deleted_at === null ? found : undefined;
  const link = entry?.task_id ? await ctx.links.externalId('issue', entry.task_id) : undefined;
  const issue = link === undefined ? undefined : issueIdOf(link);
  const key = `time:${entry_id}`;
  const posted = await ctx.kv.get<number>(key);
  if (posted !== undefined && posted !== issue) {
    await deleteTime(ctx, config, posted, entry_id);
    await ctx.kv.delete(key);
  }
  if (!entry || issue === undefined || entry.duration_seconds === null) return;
  // Before it is said: what was begun can be taken back.
  await ctx.kv.set(key, issue);
  const { start_time, duration_seconds, description } = entry;
  await putTime(ctx, config, issue, {
    entry_id,
    started_at: new Date(start_time).toISOString(),
    seconds: duration_seconds,
    note: description,
  });
}
