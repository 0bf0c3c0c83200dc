/**
 * Versions that a command put down for a process that runs: one process takes each, tries it, and
 * leaves in the audit log what became of it. A process whose machine lacks the files leaves it alone.
 */
import type { Context } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { describeFault } from '../fault.ts';
import type { PluginHost } from '../host.ts';
import { raiseIssue } from '../host-issues.ts';
import type { PluginRecord } from '../plugin-record.ts';
import { changeVersion } from './change-version.ts';
import { takeBack } from './receive.ts';
import { findHere, findVersion } from './versions.ts';

/** Who the audit log says it was. */
export const COMMAND = 'command:plugins';

export async function tryWanted(
  context: Context,
  host: PluginHost,
  { id, wanted_version: version, installed_version }: PluginRecord,
): Promise<void> {
  if (version === null) return;
  const { db } = context;
  const row = await findVersion(db, id, version);
  if (!row || (await findHere(row, host.store)).fault) return;
  // Of all that heard of it one gets it.
  const taken = await db('plugins')
    .where({ id, wanted_version: version })
    .update({ wanted_version: null });
  if (taken === 0) return;
  await changeVersion(context, host, row, 'plugin.installed').catch(async (error) => {
    const text = describeFault(error, String);
    if (version !== installed_version) await takeBack(context, host.store, row);
    await noteFailure(context, { id, version, text });
  });
}

/** For the administrator, who is not there to get an answer. */
async function noteFailure(
  context: Context,
  { id, version, text }: { id: string; version: string; text: string },
): Promise<void> {
  await raiseIssue(context.db, id, 'install', text);
  const changes = { plugin: id, version, error: text };
  const action = 'plugin.install_failed';
  await recordAudit(context, { action, entity: 'plugin', entity_id: null, changes });
}
