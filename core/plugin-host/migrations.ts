/**
 * A plugin's own tables: numbered `.sql` files, forward only, each in a transaction, inside the
 * plugin's schema, under a lock. A changed file or a database ahead of the code fails that plugin alone.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { ERR_PLUGIN_MIGRATION } from './errors.ts';

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The PostgreSQL schema of a plugin. Its id is legal in SQL by the manifest's pattern. */
export function schemaOf(pluginId: string): string {
  return `plugin_${pluginId}`;
}

/** @throws STINT_ERR_PLUGIN_MIGRATION */
export async function migratePlugin(
  db: Knex,
  pluginId: string,
  folder: string | undefined,
): Promise<void> {
  const wanted = folder === undefined ? [] : await readMigrations(folder);
  // As at nearly every start: one question instead of a lock and transactions.
  if (await isUpToDate(db, pluginId, wanted)) return;
  await db.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`stint.migrate.${pluginId}`]);
    // IF NOT EXISTS may look at the catalogue as it was before the wait for the lock; a query does not.
    const { rows } = await trx.raw('SELECT FROM pg_namespace WHERE nspname = ?', [
      schemaOf(pluginId),
    ]);
    if (rows.length === 0) await trx.raw(`CREATE SCHEMA ${schemaOf(pluginId)}`);
  });
  for (const migration of wanted) await applyOnce(db, pluginId, migration);
  const known = new Set(wanted.map(({ name }) => name));
  // One that a later version had, and that was taken back, is known as well.
  const done: { name: string }[] = await db('plugin_migrations')
    .where({ plugin_id: pluginId, outlived: false })
    .select('name');
  const unknown = done.find(({ name }) => !known.has(name));
  if (unknown)
    throw new ERR_PLUGIN_MIGRATION(
      `The database is ahead: ${unknown.name} is not in this version.`,
    );
}

interface LedgerRow {
  name: string;
  checksum: string;
  outlived: boolean;
  /** What it said; null where it was applied before that was kept. */
  sql: string | null;
}

async function isUpToDate(
  db: Knex,
  pluginId: string,
  wanted: readonly Migration[],
): Promise<boolean> {
  const { rows } = await db.raw(
    `SELECT to_regnamespace(:schema) IS NOT NULL AS has_schema, array(
       SELECT to_jsonb(m) FROM plugin_migrations m WHERE m.plugin_id = :pluginId) AS done`,
    { schema: schemaOf(pluginId), pluginId },
  );
  const { has_schema, done }: { has_schema: boolean; done: LedgerRow[] } = rows[0];
  const inUse = new Map(
    done.filter(({ outlived }) => !outlived).map(({ name, checksum }) => [name, checksum]),
  );
  return (
    has_schema &&
    inUse.size === wanted.length &&
    wanted.every(({ name, checksum }) => inUse.get(name) === checksum) &&
    done.every(({ outlived, sql }) => outlived || sql !== null)
  );
}

async function applyOnce(
  db: Knex,
  plugin_id: string,
  { name, sql, checksum }: Migration,
): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`stint.migrate.${plugin_id}`]);
    const done = await trx('plugin_migrations').where({ plugin_id, name }).first();
    if (done && done.checksum !== checksum) {
      throw new ERR_PLUGIN_MIGRATION(`${name} was changed after it had been applied.`);
    }
    if (done?.outlived)
      await trx('plugin_migrations').where({ plugin_id, name }).update({ outlived: false });
    if (done && done.sql === null)
      await trx('plugin_migrations').where({ plugin_id, name }).update({ sql });
    if (done) return;
    await trx.raw(`SET LOCAL search_path = ${schemaOf(plugin_id)}`);
    await trx.raw('SET LOCAL statement_timeout = 60000');
    // As text without values, so that one file may hold several statements.
    await (
      trx as unknown as {
        client: { acquireConnection(): Promise<{ query(sql: string): Promise<void> }> };
      }
    ).client
      .acquireConnection()
      .then((connection) => connection.query(sql))
      .catch((error: Error) => {
        throw new ERR_PLUGIN_MIGRATION(`${name}: ${error.message}`);
      });
    await trx.raw('SET LOCAL search_path = public');
    await trx('plugin_migrations').insert({ plugin_id, name, checksum, sql });
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
