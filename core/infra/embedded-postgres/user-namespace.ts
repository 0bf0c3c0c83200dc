// Runs a command in a Linux user namespace in which the caller has another, unprivileged id: the
// files stay the caller's, and PostgreSQL does not see root. It gives up nothing and gains nothing.

import { spawnSync } from 'node:child_process';
import { listSystemUsers } from './system-user.ts';

const PREFERRED_ID = 1000;

/** Containers often forbid namespaces, so the only honest answer is to try. */
export function canUseNamespace(): boolean {
  const [file, args] = buildNamespaceCommand('true', []);
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0;
}

/** `unshare` replaces itself by the command, so the child's pid is the command's own. */
export function buildNamespaceCommand(file: string, args: string[]): [string, string[]] {
  const id = chooseInnerId();
  return ['unshare', ['--user', `--map-user=${id}`, `--map-group=${id}`, file, ...args]];
}

// initdb fails for an id without a name, so it has to be one that /etc/passwd knows.
function chooseInnerId(): number {
  const ids = listSystemUsers().map((user) => user.uid);
  if (ids.includes(PREFERRED_ID)) return PREFERRED_ID;
  return ids.find((uid) => uid !== 0) ?? PREFERRED_ID;
}
