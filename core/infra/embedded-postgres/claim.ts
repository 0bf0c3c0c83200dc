// Tries to become the owner of a server that runs. It starts and stops nothing.

import type pg from 'pg';
import { DATABASE, tryConnect } from './connection.ts';
import type { DataFolder } from './data-folder.ts';
import { HeldError, PasswordError } from './errors.ts';
import { acquireLock, LOCK_DATABASE } from './ownership.ts';
import { readPassword } from './password.ts';
import type { RecordedServer } from './postmaster-file.ts';

// What the death of a killed owner's connection may take.
const LOCK_PATIENCE_MS = 2_000;

export type Claim =
  | { kind: 'owned'; client: pg.Client; password: string }
  /** Ask again: it is starting, recovering, shutting down, or has just gone. */
  | { kind: 'not_ready'; reason: string };

export async function claimServer(folder: DataFolder, server: RecordedServer): Promise<Claim> {
  if (server.socketFolder === '')
    return { kind: 'not_ready', reason: 'it has not opened its socket' };
  const password = readPassword(folder);
  const address = { socketFolder: server.socketFolder, password };
  const outcome = await tryConnect(address, LOCK_DATABASE);
  if (outcome.kind === 'wrong_password') {
    throw new PasswordError(folder.passwordFile, 'does not fit the database');
  }
  if (outcome.kind === 'not_ready') return outcome;
  const { client } = outcome;
  try {
    if (await acquireLock(client, LOCK_PATIENCE_MS)) {
      await createDatabase(client);
      return { kind: 'owned', client, password };
    }
  } catch (error) {
    await client.end().catch(() => {});
    return { kind: 'not_ready', reason: (error as Error).message };
  }
  await client.end().catch(() => {});
  throw new HeldError(folder.root);
}

// Looked for at every start, since the first one may have been killed just before this.
async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
    DATABASE,
  ]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
}
