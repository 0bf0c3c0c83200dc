/** The timer's job: every minute, look for forgotten timers. */
import type { JobDeps, Jobs } from '../infra/queue.ts';
import { sweepIdleTimers } from './idle.ts';

export function timerJobs(deps: JobDeps): Jobs {
  return {
    crons: { timer_sweep: '* * * * *' },
    tasks: {
      timer_sweep: async () => {
        await sweepIdleTimers(deps, (error, entryId) =>
          deps.log.error({ err: error, entry_id: entryId }, 'an idle timer could not be handled'),
        );
      },
    },
  };
}
