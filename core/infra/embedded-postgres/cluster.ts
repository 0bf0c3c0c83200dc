// Makes the cluster with initdb, whole or not at all: it is made under another name and then
// renamed, so an interrupted first start leaves nothing that a later one trips over.

import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Binaries, buildServerEnvironment } from './binaries.ts';
import { SUPERUSER } from './connection.ts';
import { type DataFolder, readClusterVersion, UNFINISHED_MARK } from './data-folder.ts';
import { BadFolderError, StartFailedError } from './errors.ts';
import type { Identity } from './identity.ts';
import { openServerLog, summariseLog } from './log-file.ts';
import { createPasswordFile } from './password.ts';

interface ClusterPlan {
  folder: DataFolder;
  binaries: Binaries;
  identity: Identity;
  /** False only in tests: a cluster that may vanish need not reach the disk. */
  isDurable: boolean;
}

export async function createCluster(plan: ClusterPlan): Promise<void> {
  const { folder, identity } = plan;
  if (readClusterVersion(folder) !== undefined) return;
  if (
    statSync(folder.cluster, { throwIfNoEntry: false }) &&
    readdirSync(folder.cluster).length > 0
  ) {
    throw new BadFolderError(folder.cluster, 'it holds files, and they are no PostgreSQL database');
  }
  createPasswordFile(folder);
  const unfinished = mkdtempSync(`${folder.cluster}${UNFINISHED_MARK}`);
  if (identity.owner) {
    const { uid, gid } = identity.owner;
    for (const path of [folder.passwordFile, unfinished]) chownSync(path, uid, gid);
  }
  try {
    await runInitdb(plan, unfinished);
    renameSync(unfinished, folder.cluster);
    syncFolder(folder.root);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 });
    // Another instance was quicker; whose the folder is, is decided by the lock.
    if (readClusterVersion(folder) === undefined) throw error;
  }
}

/** To be called by the owner only: someone else's half-made cluster may still be growing. */
export function removeUnfinished(folder: DataFolder): void {
  for (const name of readdirSync(folder.root)) {
    if (!name.includes(UNFINISHED_MARK)) continue;
    try {
      rmSync(join(folder.root, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An initdb that outlived its parent may still write there: the next start gets it.
    }
  }
}

async function runInitdb(plan: ClusterPlan, target: string): Promise<void> {
  const { folder, binaries, identity } = plan;
  const log = openServerLog(folder, identity.owner);
  const [file, args] = identity.wrapCommand(binaries.initdb, [
    `--pgdata=${target}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${folder.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Fast and the same on every system, yet lower() and upper() know more than ASCII.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(plan.isDurable ? [] : ['--no-sync']),
  ]);
  const child = spawn(file, args, {
    cwd: '/',
    detached: true,
    env: buildServerEnvironment(binaries, folder.libraries),
    stdio: ['ignore', log.fileDescriptor, log.fileDescriptor],
    ...(identity.spawnAsOwner ? identity.owner : {}),
  });
  log.close();
  const failure = await new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(code === 0 ? undefined : summariseLog(log.readNew())));
  });
  if (failure !== undefined) throw new StartFailedError(folder.root, failure);
}

function syncFolder(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
