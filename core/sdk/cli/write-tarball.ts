/** An npm tarball of a folder: the same bytes for the same files, so that others can compare its hash. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { create } from 'tar';

// The one that npm writes: a tarball does not say when it was made.
const when = new Date('1985-10-26T08:15:00.000Z');

export interface Tarball {
  file: string;
  sha256: string;
}

/** @param into the folder where it is put, under the name and version of the package */
export async function writeTarball(folder: string, into: string): Promise<Tarball> {
  const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = join(into, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`);
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = all
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)))
    .sort();
  const options = { file, cwd: folder, prefix: 'package', portable: true, mtime: when };
  await create({ ...options, gzip: { level: 9 } }, paths);
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { file, sha256 };
}
