// Chooses the folder of the server's Unix socket, whose path the system limits to about a hundred
// bytes. It never shares a folder: the socket's folder is open to one user only.

import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import type { Identity } from './identity.ts';

/** Only part of the socket's name: the server listens on no network. */
export const SOCKET_PORT = 5432;

const SHORT_FOLDER_PREFIX = 'stint-postgres-';
// sun_path has 108 bytes on Linux and 104 elsewhere, one of them for the final zero.
const MAX_PATH_BYTES = process.platform === 'linux' ? 107 : 103;

export function buildSocketPath(socketFolder: string): string {
  return join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`);
}

/** True when a process listens there, whatever it then says. */
export async function isSocketAnswered(socketFolder: string): Promise<boolean> {
  if (socketFolder === '') return false;
  const socket = connect(buildSocketPath(socketFolder));
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** PostgreSQL writes the choice into postmaster.pid, where the next start finds it. */
export function prepareSocketFolder(folder: DataFolder, identity: Identity): string {
  const path = isShortEnough(folder.sockets) ? useOwnSocketFolder(folder) : makeShortFolder();
  if (identity.owner) chownSync(path, identity.owner.uid, identity.owner.gid);
  return path;
}

/** Removes a short folder once its server is gone; the one inside the data folder stays. */
export function removeShortFolder(socketFolder: string): void {
  if (!basename(socketFolder).startsWith(SHORT_FOLDER_PREFIX)) return;
  rmSync(socketFolder, { recursive: true, force: true });
}

function useOwnSocketFolder(folder: DataFolder): string {
  mkdirSync(folder.sockets, { recursive: true, mode: 0o700 });
  chmodSync(folder.sockets, 0o700);
  return folder.sockets;
}

function makeShortFolder(): string {
  const parent = [tmpdir(), '/tmp'].find((path) =>
    isShortEnough(join(path, `${SHORT_FOLDER_PREFIX}XXXXXX`)),
  );
  return mkdtempSync(join(parent ?? '/tmp', SHORT_FOLDER_PREFIX));
}

function isShortEnough(socketFolder: string): boolean {
  return Buffer.byteLength(buildSocketPath(socketFolder)) <= MAX_PATH_BYTES;
}
