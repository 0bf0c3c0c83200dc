/** Writes down which installed version of a plugin is to run, and who said so. Starts nothing. */
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { resolveIssuesOfVersion } from '../host-issues.ts';
import { type Decision, decide, type PluginRecord } from '../plugin-record.ts';
import type { VersionRow } from './versions.ts';

export type VersionAction = 'plugin.installed' | 'plugin.rolled_back';

/**
 * Of a plugin that was uninstalled or purged it is the return.
 * @param write of the process where it runs already; without one all processes follow
 */
export async function chooseVersion(
  context: Context,
  { plugin_id: id, version, sha256 }: VersionRow,
  { action, before }: { action: VersionAction; before: PluginRecord | undefined },
  write: (columns: Decision, db: Context['db']) => Promise<unknown> = (columns, db) =>
    decide(db, id, columns),
): Promise<void> {
  const last = before?.installed_version ?? null;
  const isHere = before !== undefined && before.uninstalled_at === null;
  await inTransaction(context, async (inside) => {
    await inside.db('plugin_removals').where({ id }).delete();
    const columns = {
      installed_version: version,
      previous_version: last === version ? (before?.previous_version ?? null) : last,
      wanted_version: null,
      uninstalled_at: null,
      crashes: 0,
      ...(!isHere && { enabled: true }),
    };
    await resolveIssuesOfVersion(inside.db, id);
    await write(columns, inside.db);
    const changes = { plugin: id, version, sha256, before: last };
    await recordAudit(inside, { action, entity: 'plugin', entity_id: null, changes });
  });
}
