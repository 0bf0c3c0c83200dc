/**
 * Builds the web app in a process of its own: the bundler's memory is gone when it is done, and the
 * server never loads it. What is there afterwards is whole, however many build at once.
 */
import { spawn } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// Servers that still run may serve the builds before.
const KEPT_BUILDS = 3;

export interface BuildOptions {
  /** The sources. */
  source: string;
  /** Where builds lie, each under its stamp. */
  folder: string;
  stamp: string;
}

/** @returns the folder of the build @throws what the bundler said */
export async function buildWebApp({ source, folder, stamp }: BuildOptions): Promise<string> {
  const made = join(folder, `.making-${process.pid}-${stamp}`);
  const target = join(folder, stamp);
  await mkdir(folder, { recursive: true });
  try {
    await runVite(source, made);
    // Somebody else may have been faster: theirs is the same.
    await rename(made, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  await forgetOldBuilds(folder);
  return target;
}

async function runVite(source: string, outDir: string): Promise<void> {
  const manifest = createRequire(join(source, 'package.json')).resolve('vite/package.json');
  const vite = join(dirname(manifest), 'bin', 'vite.js');
  const flags = ['--configLoader', 'native', '--logLevel', 'error', '--outDir', outDir];
  const child = spawn(process.execPath, [vite, 'build', source, ...flags], {
    cwd: source,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(said.trim() || `the build ended with ${code}`);
}

async function forgetOldBuilds(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.toSorted((a, b) => b.at - a.at).slice(KEPT_BUILDS);
  await Promise.all(
    old.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })),
  );
}
