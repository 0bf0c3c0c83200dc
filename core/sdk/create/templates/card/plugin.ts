/** My plugin: what the caller tracked today, for its card. */
import { definePlugin, type TimeEntry } from '@stint/plugin';
import { Type } from 'typebox';

export default definePlugin({
  setup(ctx) {
    ctx.route({
      method: 'GET',
      path: '/today',
      summary: 'Seconds and entries of the caller today',
      response: { 200: Type.Object({ seconds: Type.Integer(), entries: Type.Integer() }) },
      handler: async ({ user }) => {
        const today = ctx.clock.now().toLocaleDateString('sv', { timeZone: user.time_zone });
        const query = { user_id: user.id, from: `${today}T00:00`, to: `${today}T23:59:59` };
        const found = ctx.data.as(user.id).list<TimeEntry>('/time-entries', query);
        const done = (await Array.fromAsync(found)).map((entry) => entry.duration_seconds ?? 0);
        return { seconds: done.reduce((sum, one) => sum + one, 0), entries: done.length };
      },
    });
  },
});
