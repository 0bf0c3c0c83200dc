// Decides as which user PostgreSQL runs, since it refuses root. It never makes a system user and
// never changes the owner of a folder that a living server uses.

import { statSync } from 'node:fs';
import type { Binaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { RootError } from './errors.ts';
import type { Identity } from './identity.ts';
import { describeCaller, describeUser, listSystemUsers } from './system-user.ts';
import { becomeUnprivilegedUser } from './unprivileged-user.ts';
import { buildNamespaceCommand, canUseNamespace } from './user-namespace.ts';

const NAMESPACE_TEXT = 'root, in a user namespace because PostgreSQL refuses plain root';

export function chooseIdentity(folder: DataFolder, binaries: Binaries): Identity {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0) return chooseOrdinaryIdentity(uid);
  const owner = statSync(folder.cluster, { throwIfNoEntry: false });
  // The folder was made by an ordinary user, or by root's fallback: stay that user, or the next
  // start in the old way would find files it may not read.
  if (owner !== undefined && owner.uid !== 0) {
    const name = describeUser(owner.uid);
    const identity = becomeUnprivilegedUser({ uid: owner.uid, gid: owner.gid, folder, binaries });
    if (identity === undefined) throw new RootError(name, folder.root);
    return { ...identity, runsAs: `${name}, who owns ${folder.cluster}` };
  }
  if (canUseNamespace()) return { runsAs: NAMESPACE_TEXT, wrapCommand: buildNamespaceCommand };
  const nobody = listSystemUsers().find((user) => user.name === 'nobody') ?? {
    uid: 65534,
    gid: 65534,
  };
  const identity = becomeUnprivilegedUser({ uid: nobody.uid, gid: nobody.gid, folder, binaries });
  if (identity === undefined) throw new RootError('nobody', folder.root);
  return identity;
}

/** How a server that is already running was most likely started. */
export function describeRunningIdentity(folder: DataFolder): string {
  const owner = statSync(folder.cluster).uid;
  return owner === 0 ? NAMESPACE_TEXT : describeUser(owner);
}

function chooseOrdinaryIdentity(uid: number): Identity {
  const isNamed = listSystemUsers().some((user) => user.uid === uid);
  // initdb wants a user with a name; containers often run under a number that has none.
  if (!isNamed && process.platform === 'linux' && canUseNamespace()) {
    return {
      runsAs: `${describeCaller()}, in a user namespace`,
      wrapCommand: buildNamespaceCommand,
    };
  }
  return { runsAs: describeCaller(), wrapCommand: (file, args) => [file, args] };
}
