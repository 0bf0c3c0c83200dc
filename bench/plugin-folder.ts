/** Plugins of the benchmark, written where they find the contract: beside the installed packages. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const parent = fileURLToPath(new URL('../node_modules/.cache/stint-bench/', import.meta.url));

/** A folder for everything that one measurement writes. */
export function folderOf(measurement: string): string {
  return join(parent, measurement);
}

export async function removeFolder(measurement: string): Promise<void> {
  await rm(folderOf(measurement), { recursive: true, force: true });
}

export interface BenchPlugin {
  id: string;
  /** The manifest's `stint` block, besides its id, name and entry. */
  stint: Record<string, unknown>;
  code: string;
  /** Others by path. */
  files?: Record<string, string>;
}

/** Writes it into `folder`, and says where it is. */
export async function writePlugin(
  folder: string,
  { id, stint, code, files = {} }: BenchPlugin,
): Promise<string> {
  const path = join(folder, id);
  const manifest = {
    name: `stint-plugin-${id}`,
    version: '1.0.0',
    type: 'module',
    keywords: ['stint-plugin'],
    engines: { stint: '^1.0.0' },
    stint: { id, displayName: id, entry: './plugin.js', ...stint },
  };
  const all = { ...files, 'package.json': JSON.stringify(manifest), 'plugin.js': code };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return path;
}
