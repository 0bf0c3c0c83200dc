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
  await db.transaction(async (trx) => {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`stint.migrate.${pluginId}`]);
    await trx.raw(`CREATE SCHEMA IF NOT EXISTS ${schemaOf(pluginId)}`);
  });
  for (const migration of wanted) await applyOnce(db, pluginId, migration);
  const known = new Set(wanted.map(({ name }) => name));
  const done: { name: string }[] = await db('plugin_migrations')
    .where({ plugin_id: pluginId })
    .select('name');
  const unknown = done.find(({ name }) => !known.has(name));
  if (unknown)
    throw new ERR_PLUGIN_MIGRATION(
      `The database is ahead: ${unknown.name} is not in this version.`,
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
    await trx('plugin_migrations').insert({ plugin_id, name, checksum });
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

/** Drops everything the plugin kept. Needs none of its code. */
export async function purgePlugin(db: Knex, plugin_id: string): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(`DROP SCHEMA IF EXISTS ${schemaOf(plugin_id)} CASCADE`);
    await trx('inbound_receivers').where({ plugin_id }).delete();
    await trx('integrations').where({ provider: plugin_id }).delete();
    await trx('external_links').where({ integration: plugin_id }).delete();
    await trx('secrets')
      .whereRaw('starts_with(owner, ?)', [`plugin:${plugin_id}:`])
      .delete();
    for (const table of [
      'plugin_migrations',
      'plugin_settings',
      'plugin_kv',
      'plugin_issues',
      'plugin_daily_runs',
      'job_failures',
      'event_subscriptions',
    ]) {
      await trx(table).where({ plugin_id }).delete();
    }
    await trx.raw(
      `SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE starts_with(key, ?)`,
      [`${plugin_id}:`],
    );
    await trx('plugins').where({ id: plugin_id }).delete();
  });
}
