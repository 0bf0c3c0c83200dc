/**
 * Reads an npm tarball into memory. Takes plain files and folders: a link, a device or a path that
 * leads out makes the whole of it refused, and it stops at the first byte that is too many.
 */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { ERR_PLUGIN_ARCHIVE } from './errors.ts';
import {
  MAX_ARCHIVE_BYTES,
  MAX_UNPACKED_BYTES,
  PackageFiles,
  requireInside,
} from './package-files.ts';

/** What tar adds to each file: its header, and filling up to a block. */
const MAX_TAR_BYTES = MAX_UNPACKED_BYTES + 4 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** @throws STINT_ERR_PLUGIN_ARCHIVE */
export async function readArchive(archive: Buffer): Promise<PackageFiles> {
  const files = new PackageFiles();
  await eachEntry(archive, (entry) => {
    if (entry.type === 'Directory') return undefined;
    if (entry.type !== 'File' && entry.type !== 'OldFile')
      throw new ERR_PLUGIN_ARCHIVE(`${JSON.stringify(entry.path)} is a ${entry.type}, no file`);
    files.reserve(entry.size ?? 0);
    return (content) => files.add(withoutTopFolder(entry.path), content);
  });
  return files;
}

/** One entry after the other; those for which `take` returns a function are read. */
export async function eachEntry(
  archive: Buffer,
  take: (entry: ReadEntry) => ((content: Buffer) => void) | undefined,
): Promise<void> {
  if (archive.length > MAX_ARCHIVE_BYTES)
    throw new ERR_PLUGIN_ARCHIVE(`it is larger than ${MAX_ARCHIVE_BYTES} bytes`);
  // Unpacked by itself first, and no further than to the limit: a bomb does not go off.
  const tar = await promisify(gunzip)(archive, { maxOutputLength: MAX_TAR_BYTES }).catch(
    (error: Error) => {
      throw new ERR_PLUGIN_ARCHIVE(`it is no gzip file that fits (${error.message})`);
    },
  );
  let fault: unknown;
  const attempt = (work: () => void) => {
    try {
      if (!fault) work();
    } catch (error) {
      fault = error;
    }
  };
  const parser = new Parser({ strict: true });
  parser.on('error', (error: Error) => {
    fault ??= new ERR_PLUGIN_ARCHIVE(`it is no tar archive (${error.message})`);
  });
  parser.on('ignoredEntry', ({ path }: ReadEntry) => {
    fault ??= new ERR_PLUGIN_ARCHIVE(`${JSON.stringify(path)} is no file`);
  });
  parser.on('entry', (entry: ReadEntry) => {
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    attempt(() => {
      const use = take(entry);
      if (use) entry.on('end', () => attempt(() => use(Buffer.concat(chunks))));
    });
  });
  const ended = new Promise<void>((resolve) => parser.on('end', () => resolve()));
  for (let from = 0; from < tar.length && !fault; from += CHUNK) {
    parser.write(tar.subarray(from, from + CHUNK));
  }
  if (!fault) {
    parser.end();
    await ended;
  }
  if (fault) throw fault;
}

/** `package/plugin.js` as `plugin.js`: npm's folder has that name, others have others. */
function withoutTopFolder(path: string): string {
  requireInside(path);
  const slash = path.indexOf('/');
  if (slash <= 0)
    throw new ERR_PLUGIN_ARCHIVE(`${JSON.stringify(path)} is not below a folder, as npm packs it`);
  return path.slice(slash + 1);
}
