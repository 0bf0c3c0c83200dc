/** The versions of plugins that were installed, as the database knows them, and as this machine has them. */
import { hostname } from 'node:os';
import type { PackageJson } from '@stint/plugin';
import type { Knex } from 'knex';
import semver from 'semver';
import type { Found } from '../discover.ts';
import { checkCompatibility } from '../manifest-check.ts';
import type { VersionStore } from './store.ts';

export interface VersionRow {
  plugin_id: string;
  version: string;
  sha256: string | null;
  files_sha256: string;
  source: string;
  package: PackageJson;
  installed_at: Date;
  installed_by: number | null;
}

export async function findVersion(
  db: Knex,
  plugin_id: string,
  version: string,
): Promise<VersionRow | undefined> {
  return db('plugin_versions').where({ plugin_id, version }).first();
}

/** The highest first. */
export async function listVersions(db: Knex, plugin_id: string): Promise<VersionRow[]> {
  const rows: VersionRow[] = await db('plugin_versions').where({ plugin_id });
  return rows.sort((a, b) => semver.rcompare(a.version, b.version));
}

/** The chosen version of each plugin that was installed and is not uninstalled. */
export async function discoverInstalled(db: Knex, store: VersionStore): Promise<Found[]> {
  const rows: VersionRow[] = await db('plugin_versions as v')
    .join('plugins as p', { 'p.id': 'v.plugin_id', 'p.installed_version': 'v.version' })
    .orderBy('v.plugin_id')
    .select('v.*');
  if (rows.length > 0) await store.linkProvided();
  return Promise.all(rows.map((row) => findHere(row, store)));
}

/** With its fault where its files are missing on this machine, were changed, or need another contract. */
export async function findHere(row: VersionRow, store: VersionStore): Promise<Found> {
  const { plugin_id: id, version } = row;
  const found: Found = {
    id,
    folder: store.folderOf(id, version),
    package: row.package,
    installed: version,
  };
  try {
    await store.require(id, version, row.files_sha256, hostname());
    checkCompatibility(row.package);
  } catch (error) {
    found.fault = error as Error;
  }
  return found;
}

/**
 * Migrations that this version does not have stay applied; from now on it may run on them. Said before
 * a version is taken back.
 */
export async function outliveMigrations(
  db: Knex,
  plugin_id: string,
  known: readonly string[],
): Promise<void> {
  await db('plugin_migrations')
    .where({ plugin_id })
    .whereNotIn('name', known)
    .update({ outlived: true });
}
