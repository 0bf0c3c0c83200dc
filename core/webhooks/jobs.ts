/** The jobs that send to webhooks, and the look, each minute, for what was left behind. */
import type { Jobs } from '../infra/queue.ts';
import { addDueJobs, addSendJob } from './queue.ts';
import { type SendDeps, sendDue } from './send.ts';

export function webhookJobs(deps: SendDeps): Jobs {
  return {
    crons: { due_webhooks: '* * * * *' },
    tasks: {
      send_webhook: async (payload) => {
        const { webhook } = payload as { webhook: number };
        const wait = await sendDue(deps, webhook);
        if (wait !== undefined) await addSendJob(deps.db, webhook, wait);
      },
      due_webhooks: async () => addDueJobs(deps.db),
    },
  };
}
