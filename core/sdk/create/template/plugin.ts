/** My plugin: adds up the time of stopped timers, for each person. */
import { definePlugin } from '@stint/plugin';
import { type Static, Type } from 'typebox';

const Note = Type.Object({
  entry_id: Type.Integer(),
  user_id: Type.Integer(),
  seconds: Type.Integer(),
  seq: Type.Integer(),
});

export default definePlugin({
  settings: {
    instance: Type.Object({
      minimum_seconds: Type.Integer({
        default: 0,
        minimum: 0,
        description: 'Shorter entries are not counted.',
      }),
    }),
  },

  setup(ctx) {
    // At least once, in any order: the job below keeps what is newest.
    ctx.on('timer.stopped', async ({ entity, seq, data }) => {
      const seconds = Number(data.duration_seconds ?? 0);
      await ctx.jobs.add('note', { entry_id: entity.id, user_id: data.user_id, seconds, seq });
    });

    ctx.task('note', {
      payload: Note,
      run: async (payload) => {
        const { entry_id, user_id, seconds, seq } = payload as Static<typeof Note>;
        await ctx.db.query(
          `INSERT INTO entries AS e (id, user_id, seconds, seq) VALUES ($1, $2, $3, $4)
           ON CONFLICT (id) DO UPDATE SET seconds = excluded.seconds, seq = excluded.seq
           WHERE e.seq < excluded.seq`,
          [entry_id, user_id, seconds, seq],
        );
      },
    });

    ctx.route({
      method: 'GET',
      path: '/total',
      summary: 'Seconds that the caller tracked',
      response: { 200: Type.Object({ seconds: Type.Integer() }) },
      handler: async ({ user }) => {
        const { minimum_seconds } = await ctx.settings.instance<{ minimum_seconds: number }>();
        const sql = `SELECT coalesce(sum(seconds), 0)::integer AS seconds
          FROM entries WHERE user_id = $1 AND seconds >= $2`;
        return (await ctx.db.query(sql, [user?.id, minimum_seconds]))[0];
      },
    });
  },
});
