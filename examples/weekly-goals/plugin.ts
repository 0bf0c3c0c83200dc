/** A goal of hours a week for each person, counted from events, with a reminder at an hour of theirs. */
import { definePlugin, type Person } from '@stint/plugin';
import { Type } from 'typebox';

const Goal = Type.Object({
  hours_a_week: Type.Integer({ default: 0, minimum: 0, maximum: 100, title: 'Hours a week' }),
  remind_at: Type.String({ default: '17:00', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
});

const Week = Type.Object({
  since: Type.String(),
  goal_seconds: Type.Integer(),
  tracked_seconds: Type.Integer(),
});

export default definePlugin({
  settings: { user: Goal },

  setup(ctx) {
    ctx.on(
      ['timer.stopped', 'entry.created', 'entry.updated', 'entry.deleted', 'entry.restored'],
      // Keeps what is newest of an entry: events arrive more than once, and in any order.
      async ({ type, entity, seq, data }) => {
        const seconds = type === 'entry.deleted' ? 0 : (data.duration_seconds ?? 0);
        await ctx.db.query(
          `INSERT INTO tracked AS t VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (entry_id) DO UPDATE SET user_id = excluded.user_id,
             started_at = excluded.started_at, seconds = excluded.seconds, seq = excluded.seq
           WHERE t.seq < excluded.seq`,
          [entity.id, data.user_id, data.start_time, seconds, seq],
        );
      },
    );

    async function readWeek({ id, time_zone }: Person) {
      const { hours_a_week } = await ctx.settings.user(id);
      const week = await ctx.db.one<{ since: string; tracked_seconds: number }>(
        `WITH w AS (SELECT date_trunc('week', $2::timestamptz, $3) AS since)
         SELECT to_char(since AT TIME ZONE $3, 'YYYY-MM-DD') AS since,
           (SELECT coalesce(sum(seconds), 0)::integer FROM tracked
            WHERE user_id = $1 AND started_at >= since) AS tracked_seconds
         FROM w`,
        [id, ctx.clock.now(), time_zone],
      );
      return { ...week, goal_seconds: hours_a_week * 3600 };
    }

    ctx.route({
      method: 'GET',
      path: '/week',
      summary: 'How far the caller is this week',
      response: { 200: Week },
      handler: ({ user }) => readWeek(user),
    });

    ctx.cron('remind', {
      perUser: ({ settings }) => (settings.hours_a_week > 0 ? settings.remind_at : undefined),
      run: async ({ user, local_date }) => {
        const week = await readWeek(user);
        const hours = Math.ceil((week.goal_seconds - week.tracked_seconds) / 3600);
        if (hours <= 0) return;
        const key = `behind:${local_date}`;
        await ctx.notify(user.id, { message: 'behind', values: { hours }, key });
      },
    });
  },
});
