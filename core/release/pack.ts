/**
 * Makes the archive of a release: the files of a commit and the web app built from them, so that nothing
 * is built where it is installed. The same files give the same bytes, whoever packs them and wherever.
 */
import { createHash } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { create } from 'tar';
import { buildWebApp } from '../infra/web-app/build.ts';
import { stampOfWebApp } from '../infra/web-app/stamp.ts';
import { selectReleased } from './files.ts';

export interface PackOptions {
  /** The repository, with its libraries installed. */
  root: string;
  /** Paths of the files of the commit, from `root`. */
  committed: string[];
  /** When the commit was made: the date of every file in the archive. */
  committedAt: Date;
  /** The folder for the archive. */
  into: string;
}

export interface Release {
  file: string;
  sha256: string;
}

/** @returns the archive; its hash lies beside it, in the format of `sha256sum` */
export async function packRelease(options: PackOptions): Promise<Release> {
  const { root, committed, committedAt, into } = options;
  const folder = await mkdtemp(join(tmpdir(), 'stint-release-'));
  try {
    await copyFiles(root, folder, selectReleased(committed));
    // Of the copy: what lies about in `ui/` and is not committed is not part of it.
    const stamp = await stampOfWebApp(folder);
    // Where the libraries are; the bundler writes into the copy.
    await buildWebApp({ source: join(root, 'ui'), folder: join(folder, 'ui', 'dist'), stamp });
    await mkdir(into, { recursive: true });
    return await writeArchive(folder, into, committedAt);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function copyFiles(from: string, to: string, paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(to, dirname(path)), { recursive: true });
    await copyFile(join(from, path), join(to, path));
  }
}

async function writeArchive(folder: string, into: string, mtime: Date): Promise<Release> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const name = `stint-${version}`;
  const file = join(into, `${name}.tar.gz`);
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  await Promise.all(paths.map(setPlainMode));
  const members = paths.map((path) => relative(folder, path)).sort();
  const look = { prefix: name, portable: true, mtime, gzip: { level: 9 } };
  await create({ file, cwd: folder, ...look }, members);
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await writeFile(`${file}.sha256`, `${sha256}  ${basename(file)}\n`);
  return { file, sha256 };
}

/** What git keeps of a mode, and not what the umask of whoever packs made of it. */
async function setPlainMode(path: string): Promise<void> {
  const { mode } = await stat(path);
  await chmod(path, mode & 0o100 ? 0o755 : 0o644);
}
