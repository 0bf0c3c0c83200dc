/**
 * Brings a database up to this code: the core's migrations, then Graphile Worker's own. Two
 * processes starting at once migrate once, because the first holds an advisory lock meanwhile.
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runMigrations } from 'graphile-worker';
import type { Knex } from 'knex';
import { ERR_DATABASE_AHEAD } from './errors.ts';

const directory = fileURLToPath(new URL('../../migrations', import.meta.url));
const LOCK = 'stint.migrate';

export async function migrate(db: Knex, connectionString: string): Promise<void> {
  // The lock has a connection of its own: Knex's table lock is left behind by a killed process.
  const lock = await db.client.acquireConnection();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('${LOCK}'))`);
    await refuseNewerDatabase(db);
    // Ours is the real lock, so one left in Knex's table belongs to a killed process.
    await db.migrate.forceFreeMigrationsLock({ directory, loadExtensions: ['.ts'] });
    await db.migrate.latest({
      directory,
      loadExtensions: ['.ts'],
      disableMigrationsListValidation: true,
    });
    await runMigrations({ connectionString });
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('${LOCK}'))`).catch(() => {});
    await db.client.releaseConnection(lock);
  }
}

async function refuseNewerDatabase(db: Knex): Promise<void> {
  if (!(await db.schema.hasTable('knex_migrations'))) return;
  const here = new Set(await readdir(directory));
  const done: { name: string }[] = await db('knex_migrations').select('name');
  const unknown = done.find(({ name }) => !here.has(name));
  if (unknown) throw new ERR_DATABASE_AHEAD(unknown.name);
}
