/** All plugins that a process with this configuration finds: bundled, named, installed. Runs none of them. */
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { discoverPlugins, type Found } from './discover.ts';
import type { VersionStore } from './install/store.ts';
import { discoverInstalled } from './install/versions.ts';

export const bundledFolder = fileURLToPath(new URL('../../plugins', import.meta.url));

export async function discoverAll(
  { PLUGINS }: Pick<Config, 'PLUGINS'>,
  db: Knex,
  store: VersionStore,
  folder = bundledFolder,
): Promise<Found[]> {
  const found = [discoverPlugins(folder, listNames(PLUGINS)), discoverInstalled(db, store)];
  return (await Promise.all(found)).flat();
}

/** Of a setting: separated by commas. */
export function listNames(text = ''): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
