/** What administrators do with jobs that failed for good. Each decision is in the audit log. */
import { ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { discardFailure, type JobFailure, listFailures, retryFailure } from './job-failures.ts';
import { getPlugin } from './service.ts';

export async function listPluginFailures(context: Context, id: string): Promise<JobFailure[]> {
  await getPlugin(context, id);
  return listFailures(context.db, id);
}

export async function retryPluginFailure(
  context: Context,
  id: string,
  failureId: number,
): Promise<void> {
  await settle(context, { id, failureId, action: 'plugin.failure_retried' }, retryFailure);
}

export async function discardPluginFailure(
  context: Context,
  id: string,
  failureId: number,
): Promise<void> {
  await settle(context, { id, failureId, action: 'plugin.failure_discarded' }, discardFailure);
}

async function settle(
  context: Context,
  { id, failureId, action }: { id: string; failureId: number; action: string },
  work: typeof retryFailure,
): Promise<void> {
  await inTransaction(context, async (context) => {
    if (!(await work(context.db, id, failureId))) throw new ERR_NOT_FOUND('failure', failureId);
    const changes = { plugin: id, failure: failureId };
    await recordAudit(context, { action, entity: 'plugin', entity_id: null, changes });
  });
}
