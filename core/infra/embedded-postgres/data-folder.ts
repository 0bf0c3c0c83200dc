// The layout of the data folder, and its opening: who may read it and which PostgreSQL made it. It
// refuses to change the mode of a folder that holds other people's files.

import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BadFolderError, PermissionError, VersionError } from './errors.ts';
import type { Log } from './options.ts';
import { describeCaller, describeUser } from './system-user.ts';

export interface DataFolder {
  root: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  passwordFile: string;
  logFile: string;
  /** Where the server's socket is, unless that path is too long for a socket. */
  sockets: string;
  /** Symbolic links that the server's binaries need. */
  libraries: string;
}

/** A half-made cluster or password file carries this in its name, and is never used. */
export const UNFINISHED_MARK = '.unfinished-';

export function describeDataFolder(dataDir: string): DataFolder {
  const root = resolve(dataDir);
  return {
    root,
    cluster: join(root, 'postgres'),
    passwordFile: join(root, 'postgres.password'),
    logFile: join(root, 'postgres.log'),
    sockets: join(root, 'socket'),
    libraries: join(root, 'lib'),
  };
}

/** Creates the folder when it is missing, and throws a coded error when it cannot be used. */
export function openDataFolder(folder: DataFolder, log: Log | undefined): void {
  try {
    mkdirSync(folder.root, { recursive: true, mode: 0o700 });
    accessSync(folder.root, constants.R_OK | constants.W_OK | constants.X_OK);
    if (isOwnFolder(folder)) chmodSync(folder.root, 0o700);
    else if ((statSync(folder.root).mode & 0o077) !== 0) {
      log?.warn(`The data folder ${folder.root} holds other files, so its mode is left as it is`);
    }
  } catch (error) {
    throw explainFolderError(error, folder.root);
  }
  checkClusterOwner(folder);
  closeToOthers(folder);
}

/** True when nothing but Stint's own files can suffer from a change of mode or owner. */
export function isOwnFolder(folder: DataFolder): boolean {
  const names = readdirSync(folder.root);
  return names.length === 0 || names.includes('postgres.password');
}

/** The major version that made the cluster, or undefined while there is none. */
export function readClusterVersion(folder: DataFolder): string | undefined {
  try {
    return readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explainFolderError(error, folder.cluster);
  }
}

export function checkClusterVersion(folder: DataFolder, expected: string): void {
  const found = readClusterVersion(folder);
  if (found !== undefined && found !== expected) {
    throw new VersionError(folder.cluster, found, expected);
  }
}

/** Turns what the file system said into one of this module's coded errors. */
export function explainFolderError(error: unknown, path: string): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const [obstacle, owner] = findObstacle((error as NodeJS.ErrnoException).path ?? path);
    return new PermissionError(obstacle, describeUser(owner), describeCaller());
  }
  if ((code === 'EEXIST' && !statSync(path).isDirectory()) || code === 'ENOTDIR')
    return new BadFolderError(path, 'it is not a folder');
  return error as Error;
}

// A folder that was copied or restored has often lost its modes, and PostgreSQL refuses an open one.
function closeToOthers(folder: DataFolder): void {
  const modes: [string, number][] = [
    [folder.cluster, 0o700],
    [folder.passwordFile, 0o600],
    [folder.logFile, 0o600],
  ];
  for (const [path, mode] of modes) {
    if (existsSync(path) && (statSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
  }
}

// PostgreSQL serves only a folder of its own user; root can become that user, nobody else can.
function checkClusterOwner(folder: DataFolder): void {
  const uid = process.getuid?.();
  const cluster = statSync(folder.cluster, { throwIfNoEntry: false });
  if (cluster === undefined || uid === 0 || cluster.uid === uid) return;
  throw new PermissionError(folder.cluster, describeUser(cluster.uid), describeCaller());
}

// The nearest folder that can be looked at is the one that keeps the caller out.
function findObstacle(path: string): [path: string, owner: number] {
  try {
    return [path, statSync(path).uid];
  } catch {
    return findObstacle(dirname(path));
  }
}
