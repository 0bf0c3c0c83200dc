/** Forgotten timers, handled on the server: asked about after a while, and then stopped at the last activity. */
import { definePlugin } from '@stint/plugin';
import { settings } from './schema.ts';
import { sweepIdleTimers } from './sweep.ts';

export default definePlugin({
  settings,
  setup(ctx) {
    ctx.cron('sweep', { pattern: '* * * * *', run: () => sweepIdleTimers(ctx) });
  },
});
