/**
 * The files of a plugin's ui module, as browsers get them. Only from the folder of that module, and
 * only where it has a folder of its own: beside `package.json` it is served alone.
 */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve } from 'node:path';
import type { Plugin } from './plugin.ts';

// The name under which the module is served, whatever its file is called.
const ENTRY = 'ui.js';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export interface UiFile {
  type: string;
  content: Buffer;
}

/** Where the page imports it from. The version is in the path, so what is there never changes. */
export function uiModulePath(id: string, version: string): string {
  return `/plugins/${id}/${encodeURIComponent(version)}/${ENTRY}`;
}

/** Nothing when there is no such file, or it is none that a browser may have. */
export async function readUiFile(plugin: Plugin, name: string): Promise<UiFile | undefined> {
  const module = plugin.found.package?.stint.ui;
  if (!module) return undefined;
  const entry = resolve(plugin.found.folder, module);
  const folder = dirname(entry);
  if (name === ENTRY) return readOne(entry, folder);
  const isAlone = relative(plugin.found.folder, folder) === '';
  return isAlone ? undefined : readOne(join(folder, name), folder);
}

async function readOne(file: string, folder: string): Promise<UiFile | undefined> {
  const type = types[extname(file)];
  if (!type) return undefined;
  try {
    // Real paths: neither `..` nor a symbolic link leads out.
    const [real, within] = await Promise.all([realpath(file), realpath(folder)]);
    if (relative(within, real).startsWith('..')) return undefined;
    return { type, content: await readFile(real) };
  } catch {
    return undefined;
  }
}
