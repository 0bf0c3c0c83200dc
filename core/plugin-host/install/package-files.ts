/**
 * The files of one version of a plugin, in memory, before any of them is on disk: paths that stay
 * inside, no more and no larger than allowed. Whoever adds a file that does not fit is refused.
 */
import { createHash } from 'node:crypto';
import { ERR_PLUGIN_ARCHIVE } from './errors.ts';

export const MAX_ARCHIVE_BYTES = 20 * 1024 * 1024;
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 2000;
const MAX_PATH = 200;
const MAX_DEPTH = 16;

export class PackageFiles {
  readonly #files = new Map<string, Buffer>();
  /** On some machines two names that differ by case are one file. */
  readonly #folded = new Set<string>();
  #bytes = 0;

  /** @param path below the package, with slashes. @throws STINT_ERR_PLUGIN_ARCHIVE */
  add(path: string, content: Buffer): void {
    requireInside(path);
    this.reserve(content.length);
    const folded = path.toLowerCase();
    if (this.#folded.has(folded)) throw new ERR_PLUGIN_ARCHIVE(`it holds ${shown(path)} twice`);
    this.#folded.add(folded);
    this.#files.set(path, content);
    this.#bytes += content.length;
  }

  /** Before that much is read. @throws STINT_ERR_PLUGIN_ARCHIVE */
  reserve(bytes: number): void {
    if (this.#files.size >= MAX_FILES)
      throw new ERR_PLUGIN_ARCHIVE(`it has more than ${MAX_FILES} files`);
    if (this.#bytes + bytes > MAX_UNPACKED_BYTES)
      throw new ERR_PLUGIN_ARCHIVE(`it is larger than ${MAX_UNPACKED_BYTES} bytes when unpacked`);
  }

  read(path: string): Buffer | undefined {
    return this.#files.get(path);
  }

  /** Whether there is such a file, or a file in such a folder. */
  has(path: string): boolean {
    const folder = `${path}/`;
    return this.#files.has(path) || [...this.#files.keys()].some((one) => one.startsWith(folder));
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#files.size;
  }

  [Symbol.iterator](): IterableIterator<[string, Buffer]> {
    return this.#files.entries();
  }

  /** Of names and contents, whatever their order. */
  hash(): string {
    const hash = createHash('sha256');
    for (const [path, content] of [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1))) {
      hash.update(`${path}\0${content.length}\0`).update(content);
    }
    return hash.digest('hex');
  }
}

/** @throws STINT_ERR_PLUGIN_ARCHIVE for a path that leads out, or that some machine reads otherwise */
export function requireInside(path: string): void {
  const parts = path.split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  const isOdd = /[\\:\u0000-\u001f\u007f]/.test(path) || path.length > MAX_PATH;
  const leads = parts.some((part) => part === '' || part === '.' || part === '..');
  if (isOdd || leads || parts.length > MAX_DEPTH)
    throw new ERR_PLUGIN_ARCHIVE(`the path ${shown(path)} is not one that a package may hold`);
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, MAX_PATH));
}
