/** Reads a folder into memory. Takes plain files alone: a link in it makes the whole of it refused. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ERR_PLUGIN_ARCHIVE } from './errors.ts';
import { PackageFiles } from './package-files.ts';

type IsLeftOut = (path: string) => boolean;

/** What npm links for development, and hidden files: no package has them. */
export const isForDevelopment: IsLeftOut = (path) =>
  /(^|\/)\.|^node_modules\/(@stint|typebox)$/.test(path);

/** @throws STINT_ERR_PLUGIN_ARCHIVE */
export async function readFolder(
  folder: string,
  isLeftOut: IsLeftOut = () => false,
): Promise<PackageFiles> {
  const files = new PackageFiles();

  async function readInto(below: string): Promise<void> {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isLeftOut(path)) continue;
      if (entry.isDirectory()) await readInto(path);
      else if (entry.isFile()) {
        files.reserve((await stat(join(folder, path))).size);
        files.add(path, await readFile(join(folder, path)));
      } else throw new ERR_PLUGIN_ARCHIVE(`${JSON.stringify(path)} is a link or a device, no file`);
    }
  }

  await readInto('');
  return files;
}
