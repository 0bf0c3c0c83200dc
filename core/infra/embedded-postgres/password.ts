// The superuser's password, kept in a file of mode 0600 beside the cluster. It never goes into an
// argument, an environment variable, a log line or an error.

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { type DataFolder, explainFolderError, UNFINISHED_MARK } from './data-folder.ts';
import { PasswordError } from './errors.ts';

export function readPassword(folder: DataFolder): string {
  try {
    const password = readFileSync(folder.passwordFile, 'utf8').trim();
    if (password !== '') return password;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw explainFolderError(error, folder.passwordFile);
    }
    throw new PasswordError(folder.passwordFile, 'is missing');
  }
  throw new PasswordError(folder.passwordFile, 'is empty');
}

/** Makes the file unless it is there. Two instances that start at once agree on one password. */
export function createPasswordFile(folder: DataFolder): void {
  const unfinished = `${folder.passwordFile}${UNFINISHED_MARK}${randomBytes(6).toString('hex')}`;
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // A link appears whole or not at all, and never replaces a password already in use.
    linkSync(unfinished, folder.passwordFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(unfinished);
  }
}
