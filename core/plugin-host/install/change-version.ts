/**
 * Puts an installed version to work: beside the one that runs first, and in its place only when it
 * started. What is chosen here the other processes follow.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import type { Context } from '../../infra/context.ts';
import type { Found } from '../discover.ts';
import { describeFault } from '../fault.ts';
import type { PluginHost } from '../host.ts';
import { findRecord, noteDiscovered } from '../plugin-record.ts';
import { chooseVersion, type VersionAction } from './choose.ts';
import { ERR_PLUGIN_NOT_SWAPPED } from './errors.ts';
import { requireFit } from './fit.ts';
import { findHere, outliveMigrations, type VersionRow } from './versions.ts';

/**
 * @throws STINT_ERR_PLUGIN_NOT_SWAPPED where the version that runs goes on; STINT_ERR_PLUGIN_FILES,
 * STINT_ERR_PLUGIN_DEPENDENCY before anything is tried
 */
export async function changeVersion(
  context: Context,
  host: PluginHost,
  row: VersionRow,
  action: VersionAction,
): Promise<void> {
  const { plugin_id: id, version } = row;
  const { db } = context;
  const found = await findHere(row, host.store);
  if (found.fault) throw found.fault;
  requireFit(
    found,
    host.list().map((plugin) => plugin.found),
  );
  const before = await findRecord(db, id);
  const plugin = host.provide(found);
  const old = plugin.run && plugin.found;
  // An older one has to take the tables as they are.
  if (semver.lt(version, before?.installed_version ?? version))
    await outliveMigrations(db, id, await migrationsOf(found));
  if (old) {
    await host.changeVersion(found).catch(async (error) => {
      await outliveMigrations(db, id, await migrationsOf(old));
      const text = describeFault(error, plugin.secrets.redact);
      throw new ERR_PLUGIN_NOT_SWAPPED(version, old.package?.version ?? '', text);
    });
  } else await noteDiscovered(db, id, found.package);
  await chooseVersion(context, row, { action, before }, (columns, trx) =>
    plugin.decide(columns, trx),
  );
  if (!old) await host.changeVersion(found);
  await pruneVersions(context, host, id);
}

async function migrationsOf({ folder, package: json }: Found): Promise<string[]> {
  const below = json?.stint.migrations;
  return below === undefined ? [] : readdir(join(folder, below)).catch(() => []);
}

/** Keeps the one that runs and the one to go back to. */
async function pruneVersions({ db }: Context, host: PluginHost, id: string): Promise<void> {
  const record = await findRecord(db, id);
  const kept = [record?.installed_version, record?.previous_version, record?.wanted_version];
  const gone: string[] = await db('plugin_versions')
    .where({ plugin_id: id })
    .whereNotIn(
      'version',
      kept.filter((one) => typeof one === 'string'),
    )
    .delete()
    .returning('version')
    .then((rows) => rows.map(({ version }: { version: string }) => version));
  for (const version of gone) await host.store.remove(id, version);
}
