/**
 * The unpacked versions on this machine: `DATA_DIR/plugins/<id>/<version>`. A folder appears whole or
 * not at all, and is never written to again; what is read from it is held to the hash of that day.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ERR_PLUGIN_FILES } from './errors.ts';
import { providedPackages } from './inspect.ts';
import type { PackageFiles } from './package-files.ts';
import { readFolder } from './read-folder.ts';

const contract = new URL('../../sdk/plugin/index.ts', import.meta.url);
const READ_ONLY = 0o444;

export class VersionStore {
  readonly #dataDir: string;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  folderOf(id: string, version: string): string {
    return join(this.#dataDir, 'plugins', id, version);
  }

  /** Does nothing where it is already, with the same content. */
  async place(id: string, version: string, files: PackageFiles): Promise<void> {
    await this.linkProvided();
    const folder = this.folderOf(id, version);
    if (await this.#holds(folder, files.hash())) return;
    // What lies there is not what was installed.
    await rm(folder, { recursive: true, force: true });
    const incoming = join(this.#dataDir, 'plugins', `.incoming-${randomBytes(8).toString('hex')}`);
    try {
      for (const [path, content] of files) {
        const file = join(incoming, path);
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        await writeFile(file, content, { flag: 'wx' });
        await chmod(file, READ_ONLY);
      }
      await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
      await rename(incoming, folder);
    } finally {
      await rm(incoming, { recursive: true, force: true });
    }
  }

  /** @throws STINT_ERR_PLUGIN_FILES where they are missing on this machine, or not what was installed */
  async require(id: string, version: string, hash: string, machine: string): Promise<string> {
    const folder = this.folderOf(id, version);
    const found = await hashOf(folder);
    if (found === hash) return folder;
    throw new ERR_PLUGIN_FILES(
      found === undefined
        ? `The files of version ${version} are not on the machine ${machine}: install the same package there (${folder}).`
        : `The files of version ${version} on the machine ${machine} were changed after they had been installed (${folder}).`,
    );
  }

  async remove(id: string, version?: string): Promise<void> {
    const folder =
      version === undefined ? join(this.#dataDir, 'plugins', id) : this.folderOf(id, version);
    await rm(folder, { recursive: true, force: true });
  }

  /** So that a plugin finds what the host provides: Node looks for `node_modules` further up. */
  async linkProvided(): Promise<void> {
    for (const name of providedPackages) {
      const target = folderOfPackage(name);
      const link = join(this.#dataDir, 'node_modules', name);
      if ((await readlink(link).catch(() => undefined)) === target) continue;
      await mkdir(dirname(link), { recursive: true, mode: 0o700 });
      await rm(link, { force: true });
      // Another process may have been quicker.
      await symlink(target, link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      });
    }
  }

  async #holds(folder: string, hash: string): Promise<boolean> {
    return (await hashOf(folder)) === hash;
  }
}

async function hashOf(folder: string): Promise<string | undefined> {
  try {
    return (await readFolder(folder)).hash();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function folderOfPackage(name: string): string {
  if (name === '@stint/plugin') return dirname(fileURLToPath(contract));
  return dirname(findPackageJSON(name, contract) as string);
}
