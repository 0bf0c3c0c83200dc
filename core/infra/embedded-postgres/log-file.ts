// What PostgreSQL writes goes to one file of mode 0600; this opens it, keeps it from growing for
// ever, and finds the lines that explain a failed start. It does not interpret a running server.

import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { DataFolder } from './data-folder.ts';
import type { Identity } from './identity.ts';

export interface ServerLog {
  fileDescriptor: number;
  /** What was written since this log was opened. */
  readNew(): string;
  close(): void;
}

const ROTATE_ABOVE_BYTES = 10 * 1024 * 1024;

export function openServerLog(folder: DataFolder, owner?: Identity['owner']): ServerLog {
  const size = statSync(folder.logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > ROTATE_ABOVE_BYTES) renameSync(folder.logFile, `${folder.logFile}.1`);
  const startOffset = size > ROTATE_ABOVE_BYTES ? 0 : size;
  const fileDescriptor = openSync(folder.logFile, 'a', 0o600);
  if (owner) fchownSync(fileDescriptor, owner.uid, owner.gid);
  return {
    fileDescriptor,
    readNew: () => readFileSync(folder.logFile).subarray(startOffset).toString('utf8'),
    close: () => closeSync(fileDescriptor),
  };
}

/** The lines a person needs, as one line, without PostgreSQL's time stamps. */
export function summariseLog(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '').trim())
    .filter((line) => line !== '');
  const telling = lines.filter((line) =>
    /^(\w+: )?(FATAL|PANIC|ERROR|HINT|DETAIL|error|hint|detail):/.test(line),
  );
  const chosen = (telling.length > 0 ? telling : lines).slice(-3);
  return chosen.length > 0 ? chosen.join(' | ') : 'it wrote nothing to its log';
}
