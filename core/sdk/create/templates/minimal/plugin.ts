/** My plugin: adds up the time of stopped timers, for each person. */
import { definePlugin, defineTask } from '@stint/plugin';
import { Type } from 'typebox';

const Note = defineTask(
  'note',
  Type.Object({
    entry_id: Type.Integer(),
    user_id: Type.Integer(),
    seconds: Type.Integer(),
    seq: Type.Integer(),
  }),
);

const Total = Type.Object({ seconds: Type.Integer() });

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
      const seconds = data.duration_seconds ?? 0;
      await ctx.jobs.add(Note, { entry_id: entity.id, user_id: data.user_id, seconds, seq });
    });

    ctx.task(Note, async ({ entry_id, user_id, seconds, seq }) => {
      await ctx.db.query(
        `INSERT INTO entries AS e (id, user_id, seconds, seq) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET seconds = excluded.seconds, seq = excluded.seq
         WHERE e.seq < excluded.seq`,
        [entry_id, user_id, seconds, seq],
      );
    });

    ctx.route({
      method: 'GET',
      path: '/total',
      summary: 'Seconds that the caller tracked',
      response: { 200: Total },
      handler: async ({ user }) => {
        const { minimum_seconds } = await ctx.settings.instance();
        return ctx.db.one(
          `SELECT coalesce(sum(seconds), 0)::integer AS seconds
           FROM entries WHERE user_id = $1 AND seconds >= $2`,
          [user.id, minimum_seconds],
        );
      },
    });
  },
});
