/**
 * Finds plugins: folders under `plugins/`, and the packages and folders that the configuration names.
 * It reads `package.json` and runs nothing. One that cannot be read is found all the same, with its fault.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { PackageJson } from '@stint/plugin';
import { ERR_PLUGIN_MANIFEST } from './errors.ts';
import { checkCompatibility, checkPackage } from './manifest-check.ts';

export interface Found {
  /** The manifest's id; the folder's name when there is no readable one. */
  id: string;
  folder: string;
  package?: PackageJson;
  fault?: Error;
  /** Its version, where it was installed: unpacked by the host, and chosen in the database. */
  installed?: string;
}

/** @param named package names, or folders (absolute, or starting with a dot) */
export async function discoverPlugins(bundled: string, named: readonly string[]): Promise<Found[]> {
  const inside = await readdir(bundled, { withFileTypes: true }).catch(() => []);
  const folders = inside
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(bundled, name));
  return Promise.all([...folders.map(readPlugin), ...named.map(readNamed)]);
}

async function readNamed(name: string): Promise<Found> {
  if (isAbsolute(name) || name.startsWith('.')) return readPlugin(resolve(name));
  try {
    const json = createRequire(join(process.cwd(), 'package.json')).resolve(`${name}/package.json`);
    return await readPlugin(dirname(json));
  } catch {
    return {
      id: name,
      folder: name,
      fault: new ERR_PLUGIN_MANIFEST(`there is no package "${name}"`),
    };
  }
}

async function readPlugin(folder: string): Promise<Found> {
  const found: Found = { id: basename(folder), folder };
  try {
    const json = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    if (typeof json?.stint?.id === 'string') found.id = json.stint.id;
    found.package = checkPackage(json);
    checkCompatibility(found.package);
  } catch (error) {
    const isUnreadable =
      (error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError;
    found.fault = isUnreadable
      ? new ERR_PLUGIN_MANIFEST(`${folder}/package.json: ${(error as Error).message}`)
      : (error as Error);
  }
  return found;
}
