/**
 * Brings a database up to this code: the core's migrations, then Graphile Worker's own. Two
 * processes starting at once migrate once, because the first holds an advisory lock meanwhile.
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import type { Knex } from 'knex';
import pg from 'pg';
import { ERR_DATABASE_AHEAD } from './errors.ts';

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
const LOCK = 'stint.migrate';

const options = { directory, loadExtensions: ['.ts'], disableMigrationsListValidation: true };

/** Names of the core's migrations, as this code has them. */
export async function listMigrations(): Promise<string[]> {
  return (await readdir(directory)).sort();
}

/** Brings an empty database to where another one was, which had done these. */
export async function migrateExactly(
  db: Knex,
  connectionString: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) await db.migrate.up({ ...options, name });
  await migrateQueue(connectionString);
}

export async function migrate(db: Knex, connectionString: string): Promise<void> {
  // The lock has a connection of its own: Knex's table lock is left behind by a killed process.
  const lock = await db.client.acquireConnection();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('${LOCK}'))`);
    await refuseNewerDatabase(db);
    // Ours is the real lock, so one left in Knex's table belongs to a killed process.
    await db.migrate.forceFreeMigrationsLock(options);
    await db.migrate.latest(options);
    await migrateQueue(connectionString);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('${LOCK}'))`).catch(() => {});
    await db.client.releaseConnection(lock);
  }
}

/** On a pool of our own: Graphile ends its own some time later. */
async function migrateQueue(connectionString: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString, max: 1 });
  // One that breaks while it is idle is told by the query that fails.
  pgPool.on('error', () => {});
  pgPool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool });
  } finally {
    await pgPool.end();
  }
}

async function refuseNewerDatabase(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable('knex_migrations'))) return;
  const here = new Set(await listMigrations());
  const done: { name: string }[] = await db('knex_migrations').select('name');
  const unknown = done.find(({ name }) => !here.has(name));
  if (unknown) throw new ERR_DATABASE_AHEAD(unknown.name);
}
