/** What somebody did today, at a time of their own: the host says when, once for each of their days. */
import { readDay } from './day.ts';
import { addMessage } from './messages.ts';
import type { Context } from './settings.ts';

export function registerSummary(ctx: Context): void {
  ctx.cron('summary', {
    perConnection: ({ config }) => (config.daily_summary ? config.daily_summary_time : undefined),
    run: async ({ user, local_date, connection }) => {
      const { seconds, count, lines } = await readDay(ctx, user.id, local_date);
      if (count === 0) return;
      await addMessage(ctx, {
        id: `summary:${connection.id}:${local_date}`,
        connection_id: connection.id,
        kind: 'summary',
        facts: { date: local_date, seconds, lines },
      });
    },
  });
}
