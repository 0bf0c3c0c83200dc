/** A goal of hours a week for each person, counted from events, with a reminder at an hour of theirs. */
import { definePlugin, type EventEnvelope } from '@stint/plugin';
import { type Static, Type } from 'typebox';
import { countedSeconds } from './entry.ts';

const Goal = Type.Object({
  hours_a_week: Type.Integer({ default: 0, minimum: 0, maximum: 100, title: 'Hours a week' }),
  remind_at: Type.String({ default: '17:00', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
});
type Goal = Static<typeof Goal>;

const Week = Type.Object({
  since: Type.String(),
  goal_seconds: Type.Integer(),
  tracked_seconds: Type.Integer(),
});

export default definePlugin({
  settings: { user: Goal },

  setup(ctx) {
    /** Keeps what is newest of an entry: events arrive more than once, and in any order. */
    async function noteEntry({ type, entity, seq, data }: EventEnvelope): Promise<void> {
      const seconds = type === 'entry.deleted' ? 0 : countedSeconds(data);
      await ctx.db.query(
        `INSERT INTO tracked AS t VALUES ($1, $2, coalesce($3, now()), $4, $5)
         ON CONFLICT (entry_id) DO UPDATE SET user_id = excluded.user_id,
           started_at = excluded.started_at, seconds = excluded.seconds, seq = excluded.seq
         WHERE t.seq < excluded.seq`,
        [entity.id, data.user_id, data.start_time, seconds, seq],
      );
    }
    ctx.on('timer.stopped', noteEntry);
    ctx.on('entry.created', noteEntry);
    ctx.on('entry.updated', noteEntry);
    ctx.on('entry.deleted', noteEntry);
    ctx.on('entry.restored', noteEntry);

    async function readWeek(userId: number, zone: string) {
      const { hours_a_week } = await ctx.settings.user<Goal>(userId);
      const [week] = await ctx.db.query<{ since: string; tracked: number }>(
        `WITH w AS (SELECT date_trunc('week', $2::timestamptz, $3) AS since)
         SELECT to_char(since AT TIME ZONE $3, 'YYYY-MM-DD') AS since,
           (SELECT coalesce(sum(seconds), 0)::integer FROM tracked
            WHERE user_id = $1 AND started_at >= since) AS tracked
         FROM w`,
        [userId, ctx.clock.now(), zone],
      );
      return {
        since: week?.since ?? '',
        goal_seconds: hours_a_week * 3600,
        tracked_seconds: week?.tracked ?? 0,
      };
    }

    ctx.route({
      method: 'GET',
      path: '/week',
      summary: 'How far the caller is this week',
      response: { 200: Week },
      handler: ({ user }) => readWeek(user?.id as number, user?.time_zone as string),
    });

    ctx.route({
      method: 'GET',
      path: '/reminders',
      summary: 'Days on which the caller was reminded',
      response: {
        200: Type.Array(Type.Object({ day: Type.String(), missing_seconds: Type.Integer() })),
      },
      handler: async ({ user }) => ({
        body: await ctx.db.query(
          `SELECT to_char(day, 'YYYY-MM-DD') AS day, missing_seconds
           FROM reminders WHERE user_id = $1 ORDER BY day DESC`,
          [user?.id],
        ),
      }),
    });

    ctx.cron('remind', {
      perUser: async (userId) => {
        const { hours_a_week, remind_at } = await ctx.settings.user<Goal>(userId);
        return hours_a_week > 0 ? remind_at : undefined;
      },
      run: async (userId, day) => {
        const me = await ctx.data.as(userId).get<{ time_zone: string }>('/me');
        const week = await readWeek(userId, me.time_zone);
        const missing = week.goal_seconds - week.tracked_seconds;
        if (missing <= 0) return;
        await ctx.db.query('INSERT INTO reminders VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
          userId,
          day,
          missing,
        ]);
      },
    });
  },
});
