// Root's fallback where user namespaces are forbidden: the server runs as another user, to whom the
// data folder is handed over. It refuses (undefined) when that user cannot reach what it needs.

import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type DataFolder, isOwnFolder } from './data-folder.ts';
import type { Identity } from './identity.ts';
import { describeUser } from './system-user.ts';

interface Wanted {
  uid: number;
  gid: number;
  folder: DataFolder;
  binaries: Binaries;
}

export function becomeUnprivilegedUser({
  uid,
  gid,
  folder,
  binaries,
}: Wanted): Identity | undefined {
  const owner = { uid, gid };
  try {
    handOver(folder, owner);
  } catch (error) {
    // A "root" without the capability to change owners.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return undefined;
    throw error;
  }
  const because = 'because PostgreSQL refuses root and user namespaces are not allowed here';
  const runsAs = `${describeUser(uid)}, ${because}`;
  const plain: Identity = {
    runsAs,
    owner,
    spawnAsOwner: true,
    wrapCommand: (file, args) => [file, args],
  };
  const capable: Identity = {
    runsAs,
    owner,
    wrapCommand: (file, args) => ['setpriv', [...buildSetprivOptions(owner), file, ...args]],
  };
  return [plain, capable].find((identity) => canReach(identity, { folder, binaries }));
}

// Under a folder that only root may enter (a clone in /root), the user keeps the one capability that
// lets it pass. Without no_setuid_fixup access(2), which initdb asks, would not count the capability.
function buildSetprivOptions({ uid, gid }: { uid: number; gid: number }): string[] {
  const only = '-all,+dac_override';
  return [
    '--securebits=+no_setuid_fixup',
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
  ];
}

function canReach(identity: Identity, { folder, binaries }: Omit<Wanted, 'uid' | 'gid'>): boolean {
  const template = join(binaries.native, 'share', 'postgresql', 'postgres.bki');
  const [file, args] = identity.wrapCommand('/bin/sh', [
    '-c',
    'test -x "$0" && test -r "$1" && test -x "$2"',
    binaries.postgres,
    template,
    existsSync(folder.cluster) ? folder.cluster : folder.root,
  ]);
  const user = identity.spawnAsOwner ? identity.owner : {};
  return spawnSync(file, args, { stdio: 'ignore', cwd: '/', ...user }).status === 0;
}

function handOver(folder: DataFolder, { uid, gid }: { uid: number; gid: number }): void {
  if (isOwnFolder(folder)) chownSync(folder.root, uid, gid);
  for (const path of [folder.passwordFile, folder.logFile, folder.libraries, folder.sockets]) {
    if (existsSync(path)) changeOwner(path, { uid, gid });
  }
  if (!existsSync(folder.cluster) || statSync(folder.cluster).uid === uid) return;
  changeOwner(folder.cluster, { uid, gid });
}

function changeOwner(path: string, { uid, gid }: { uid: number; gid: number }): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path, { recursive: true }) as string[]) {
      lchownSync(join(path, name), uid, gid);
    }
  }
  // Last, because the top's owner says whether the handing over is complete.
  lchownSync(path, uid, gid);
}
