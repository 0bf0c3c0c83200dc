/** No timer starts without what the administrator wants to know of it. */
import { definePlugin, Reject } from '@stint/plugin';
import { Type } from 'typebox';

const Rules = Type.Object({
  project: Type.Boolean({ default: true, title: 'A timer needs a project' }),
  description: Type.Boolean({ default: false, title: 'A timer needs a description' }),
});

export default definePlugin({
  settings: { instance: Rules },

  setup(ctx) {
    ctx.guard('timer.beforeStart', async ({ input }) => {
      const rules = await ctx.settings.instance();
      if (rules.project && !input.project_id) {
        throw new Reject('STINT_ERR_PLG_STRICT_START_PROJECT', 'Choose a project first.', {
          pointer: '/project_id',
        });
      }
      if (rules.description && !String(input.description ?? '').trim()) {
        throw new Reject('STINT_ERR_PLG_STRICT_START_DESCRIPTION', 'Say what you work on.', {
          pointer: '/description',
        });
      }
    });

    ctx.route({
      method: 'GET',
      path: '/rules',
      summary: 'What a timer needs before it starts',
      response: { 200: Rules },
      handler: () => ctx.settings.instance(),
    });
  },
});
