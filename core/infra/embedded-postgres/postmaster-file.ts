// Reads postmaster.pid, PostgreSQL's own record of the server on a cluster, and judges whether that
// server lives. It removes the file only when no living server can be behind it.

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { type DataFolder, explainFolderError } from './data-folder.ts';
import { buildSocketPath, isSocketAnswered } from './socket-folder.ts';

export interface RecordedServer {
  pid: number;
  /** Line 5. Empty while the server is still starting. */
  socketFolder: string;
  isAlive: boolean;
}

// PostgreSQL creates the file before it fills it; one that stays empty was left by a crash.
const EMPTY_FILE_IS_STALE_AFTER_MS = 2_000;

export async function readRecordedServer(folder: DataFolder): Promise<RecordedServer | undefined> {
  const file = join(folder.cluster, 'postmaster.pid');
  const text = readTextFile(file);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!(pid > 0)) {
    const writtenAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return {
      pid: 0,
      socketFolder: '',
      isAlive: Date.now() - writtenAt < EMPTY_FILE_IS_STALE_AFTER_MS,
    };
  }
  const socketFolder = lines[4]?.trim() ?? '';
  // A server in another container that shares the volume has a pid that means nothing here.
  const isAlive = isPostgresOf(pid, folder) || (await isSocketAnswered(socketFolder));
  return { pid, socketFolder, isAlive };
}

/** True when this very process serves this very cluster: ids are reused, above all in containers. */
export function isPostgresOf(pid: number, folder: DataFolder): boolean {
  if (!(pid > 0) || !isProcess(pid)) return false;
  if (process.platform !== 'linux') return matchesProcessTable(pid, folder);
  try {
    // The state follows the name in parentheses, which may itself hold spaces and parentheses.
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim()[0];
    if (state === 'Z' || state === 'X') return false;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    if (!basename(command[0] ?? '').startsWith('postgres')) return false;
  } catch {
    return false;
  }
  try {
    // PostgreSQL's working directory is the cluster.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder.cluster);
  } catch {
    // Not ours to look at: believe that it is the one, since the worst that follows is a wait.
    return isProcess(pid);
  }
}

/** Removes what a dead server left, so that a reused or undead pid cannot block the next start. */
export function removeStaleRecords(folder: DataFolder, socketFolder: string): void {
  removeStaleRecord(join(folder.cluster, 'postmaster.pid'), folder);
  if (socketFolder) removeStaleRecord(`${buildSocketPath(socketFolder)}.lock`, folder);
}

function removeStaleRecord(file: string, folder: DataFolder): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Another instance may have put a fresh file there since it was judged: then it goes back.
  const pid = Math.abs(Number.parseInt(readTextFile(aside) ?? '', 10));
  if (isPostgresOf(pid, folder)) {
    try {
      linkSync(aside, file);
    } catch {
      // A newer one is already in its place.
    }
  }
  rmSync(aside, { force: true });
}

function matchesProcessTable(pid: number, folder: DataFolder): boolean {
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const line = stdout?.trim() ?? '';
  return (
    line !== '' &&
    !line.startsWith('Z') &&
    line.includes('postgres') &&
    line.includes(folder.cluster)
  );
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readTextFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explainFolderError(error, file);
  }
}
