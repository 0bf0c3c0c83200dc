/** The task that runs an import or an export, whichever process has time. */
import type { JobDeps, Jobs } from '../infra/queue.ts';
import { runTransfer } from './run.ts';

export function transferJobs(deps: JobDeps): Jobs {
  return {
    crons: {},
    tasks: {
      transfer: async (payload, { job, abortSignal }) => {
        const { id } = payload as { id: string };
        await runTransfer(deps, id, {
          isLastTry: job.attempts >= job.max_attempts,
          signal: abortSignal ?? new AbortController().signal,
        });
      },
    },
  };
}
