/** The job that deletes what has served its time, every hour. */
import { purgeExpired } from './purge.ts';
import type { JobDeps, Jobs } from './queue.ts';

export function purgeJobs({ db, clock, log }: JobDeps): Jobs {
  return {
    crons: { purge: '17 * * * *' },
    tasks: {
      purge: async () => {
        log.debug(await purgeExpired(db, clock), 'purged');
      },
    },
  };
}
