/**
 * Where the benchmark plays: an embedded PostgreSQL in a temporary folder, as durable as in
 * production, with two databases of demo data and a token for each person in them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { scopes } from '../core/auth/scopes.ts';
import { hashSecret, newSecret } from '../core/auth/secrets.ts';
import { fillDemo } from '../core/demo/fill.ts';
import { systemClock } from '../core/infra/clock.ts';
import { openDatabase } from '../core/infra/database.ts';
import { startEmbeddedPostgres } from '../core/infra/embedded-postgres/index.ts';
import { prepareDatabase } from '../core/infra/provide-database.ts';

export interface Caller {
  user_id: number;
  token: string;
}

export interface Ground {
  connectionString: string;
  db: Knex;
  callers: Caller[];
}

export interface Stage {
  dataDir: string;
  /** 10 000 entries of ten people, one for each connection. */
  small: Ground;
  /** 100 000 entries of fifty people. */
  large: Ground;
  /** Stops the database, so that a start can be measured. */
  stopDatabase(): Promise<void>;
  close(): Promise<void>;
}

export const CONNECTIONS = 10;

export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stint-bench-'));
  // Several whole applications at once, each with its pools.
  const server = await startEmbeddedPostgres({ dataDir, settings: { max_connections: '300' } });
  const small = await layGround(server.connectionString, { entries: 10_000, users: CONNECTIONS });
  await small.db.raw('CREATE DATABASE large');
  const large = await layGround(databaseOf(server.connectionString, 'large'), {
    entries: 100_000,
    users: 50,
  });
  // For benches that want a whole application each, on the same data.
  // PostgreSQL copies only what nobody is connected to.
  await small.db.destroy();
  await large.db.raw('CREATE DATABASE ground TEMPLATE stint');
  small.db.initialize();
  // What filling has left to do would otherwise be done during the first measurements.
  await small.db.raw('CHECKPOINT');

  async function stopDatabase(): Promise<void> {
    await Promise.all([small.db.destroy(), large.db.destroy()]);
    await server.stop();
  }
  async function close(): Promise<void> {
    await stopDatabase();
    await rm(dataDir, { recursive: true, force: true });
  }
  return { dataDir, small, large, stopDatabase, close };
}

async function layGround(
  connectionString: string,
  size: { entries: number; users: number },
): Promise<Ground> {
  const db = openDatabase(connectionString, 2);
  await prepareDatabase(db, connectionString);
  await fillDemo(db, { ...size, passwordHash: 'nobody signs in', now: systemClock.now() });
  await db.raw('VACUUM ANALYZE');
  const users = await db('users').select('id').orderBy('id');
  const callers: Caller[] = [];
  for (const { id } of users) {
    const token = newSecret('stint_');
    callers.push({ user_id: id, token });
    await db('api_tokens').insert({
      token_hash: hashSecret(token),
      user_id: id,
      name: 'bench',
      scopes: [...scopes],
    });
  }
  return { connectionString, db, callers };
}

export function databaseOf(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}
