/**
 * The key that is generated when `SECRET_KEY` is not set: `secret.key` in the data folder, of mode
 * 0600, written like `SECRET_KEY`. A key in it is never removed: an old backup may need it.
 */

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { ERR_SECRET_KEY_FILE } from './errors.ts';
import { generateKey, type KeyRing, parseKeyRing } from './key-ring.ts';

export function keyFilePath(dataDir: string): string {
  return join(dataDir, 'secret.key');
}

/**
 * The keys of the file, or undefined when there is none. A file that others could read is closed.
 * @throws STINT_ERR_SECRET_KEY_FILE, STINT_ERR_SECRET_KEY_INVALID, STINT_ERR_SECRET_KEY_WEAK
 */
export function readKeyFile(dataDir: string): KeyRing | undefined {
  const path = keyFilePath(dataDir);
  const text = explaining(path, () => {
    const { mode } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (mode === undefined) return undefined;
    if (mode & 0o077) chmodSync(path, 0o600);
    return readFileSync(path, 'utf8');
  });
  return text === undefined ? undefined : parseKeyRing(text, `The key in ${path}`);
}

/** Makes the file unless it is there: two that start at once agree on one key. */
export function createKeyFile(dataDir: string): KeyRing {
  const path = keyFilePath(dataDir);
  explaining(path, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const unfinished = writeUnfinished(path, generateKey());
    try {
      // A link appears whole or not at all, and never replaces a key that is in use.
      linkSync(unfinished, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(unfinished);
    }
    syncFolder(dataDir);
  });
  return readKeyFile(dataDir) as KeyRing;
}

/** Puts a new current key before those of the file. */
export function addKeyToFile(dataDir: string): KeyRing {
  const path = keyFilePath(dataDir);
  if (!readKeyFile(dataDir)) return createKeyFile(dataDir);
  explaining(path, () => {
    const known = readFileSync(path, 'utf8').trim();
    renameSync(writeUnfinished(path, `${generateKey()},${known}`), path);
    syncFolder(dataDir);
  });
  return readKeyFile(dataDir) as KeyRing;
}

function writeUnfinished(path: string, text: string): string {
  const unfinished = `${path}.unfinished-${randomBytes(6).toString('hex')}`;
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, `${text}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return unfinished;
}

// What was encrypted must not survive a power cut that the name of the key file did not.
function syncFolder(dataDir: string): void {
  const folder = openSync(dataDir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function explaining<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ERR_SECRET_KEY_FILE(path, (error as Error).message);
  }
}
