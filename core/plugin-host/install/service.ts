/** What administrators do with versions of plugins: look at one, install it, go back to one. */

import { ERR_NOT_FOUND } from '../../errors.ts';
import type { Context } from '../../infra/context.ts';
import type { PluginHost } from '../host.ts';
import { findRecord } from '../plugin-record.ts';
import { getPlugin } from '../service.ts';
import { changeVersion } from './change-version.ts';
import { ERR_PLUGIN_NOT_SWAPPED, ERR_PLUGIN_VERSION_UNKNOWN } from './errors.ts';
import { examine, hashArchive, receive, requireConfirmed, takeBack } from './receive.ts';
import { describeExamined } from './report.ts';
import type { InstallQuery, InstallReport, PluginVersion } from './schema.ts';
import { findHere, findVersion, listVersions } from './versions.ts';

/** @throws what is wrong with the package; STINT_ERR_PLUGIN_NOT_SWAPPED where the version that runs goes on */
export async function installArchive(
  context: Context,
  host: PluginHost,
  archive: Buffer,
  { dry_run, sha256, file_name }: InstallQuery,
): Promise<InstallReport> {
  const others = host.list().map(({ found }) => found);
  const source = file_name ?? 'upload';
  // Loaded when somebody installs something: the library reads archives of every kind.
  const { readArchive } = await import('./read-archive.ts');
  const files = await readArchive(archive);
  const examined = examine({ files, sha256: hashArchive(archive), source }, others);
  const { id } = examined.inspection.package.stint;
  const current = host.get(id)?.found.package;
  const report = describeExamined(examined, current);
  if (dry_run) return report;
  requireConfirmed(sha256, examined);
  const { row, wasHere } = await receive(context, host.store, examined);
  await changeVersion(context, host, row, 'plugin.installed').catch(async (error) => {
    if (!wasHere && error instanceof ERR_PLUGIN_NOT_SWAPPED)
      await takeBack(context, host.store, row);
    throw error;
  });
  return { ...report, dry_run: false, plugin: await getPlugin(context, id) };
}

export async function listPluginVersions(
  { db }: Context,
  host: PluginHost,
  id: string,
): Promise<PluginVersion[]> {
  const record = await findRecord(db, id);
  if (!record) throw new ERR_NOT_FOUND('plugin', id);
  const rows = await listVersions(db, id);
  return Promise.all(
    rows.map(async ({ plugin_id: _id, package: _json, ...row }) => ({
      ...row,
      role:
        row.version === record.installed_version
          ? 'current'
          : row.version === record.previous_version
            ? 'previous'
            : 'kept',
      is_here: !(await findHere({ plugin_id: id, package: _json, ...row }, host.store)).fault,
    })),
  );
}

/** @throws STINT_ERR_PLUGIN_VERSION_UNKNOWN */
export async function rollBackPlugin(
  context: Context,
  host: PluginHost,
  id: string,
  wanted: string | undefined,
): Promise<void> {
  const record = await findRecord(context.db, id);
  if (!record) throw new ERR_NOT_FOUND('plugin', id);
  const version = wanted ?? record.previous_version;
  const row = version === null ? undefined : await findVersion(context.db, id, version);
  if (!row || version === record.installed_version)
    throw new ERR_PLUGIN_VERSION_UNKNOWN(version ?? 'before this one', id);
  await changeVersion(context, host, row, 'plugin.rolled_back');
}
