// Names for user ids, for people to read. It asks /etc/passwd only: a directory service may be slow
// or away, and a bare number is still a true answer.

import { readFileSync } from 'node:fs';

export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

export function listSystemUsers(): SystemUser[] {
  let text = '';
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    // A minimal image may have none: then every user is a bare number.
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && !fields[0]?.startsWith('#'))
    .map(([name = '', , uid, gid]) => ({
      name,
      // macOS writes nobody's id as -2.
      uid: Number(uid) >>> 0,
      gid: Number(gid) >>> 0,
    }));
}

export function describeUser(uid: number): string {
  const name = listSystemUsers().find((user) => user.uid === uid)?.name;
  return name === undefined ? `uid ${uid}` : name === 'root' ? 'root' : `user ${name}`;
}

export function describeCaller(): string {
  return describeUser(process.getuid?.() ?? -1);
}
