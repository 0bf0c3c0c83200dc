/** Drops everything that a plugin kept. Needs none of its code, nor its folder. */
import type { Knex } from 'knex';
import { flagOf } from './context/job-queue.ts';
import { schemaOf } from './migrations.ts';

/** @param db a transaction, with the trace of who did it in it */
export async function purgePlugin(db: Knex, plugin_id: string): Promise<void> {
  await db.raw(`DROP SCHEMA IF EXISTS ${schemaOf(plugin_id)} CASCADE`);
  // Asked for, not listed: a table that a later version of Stint brings is not forgotten here.
  const { rows } = await db.raw(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'plugin_id' ORDER BY 1`,
  );
  for (const { name } of rows as { name: string }[]) await db(name).where({ plugin_id }).delete();
  await db('integrations').where({ provider: plugin_id }).delete();
  await db('external_links').where({ integration: plugin_id }).delete();
  await db('secrets')
    .whereRaw('starts_with(owner, ?)', [`plugin:${plugin_id}:`])
    .delete();
  // One that runs at this moment ends by itself, and finds nobody to come back to.
  await db.raw(
    `SELECT graphile_worker.complete_jobs(array(
       SELECT id FROM graphile_worker.jobs WHERE jsonb_exists(flags, ?) OR starts_with(key, ?)))`,
    [flagOf(plugin_id), `${plugin_id}:`],
  );
  const [row] = await db('plugins')
    .where({ id: plugin_id })
    .delete()
    .returning('installed_version');
  // Somebody else put its folder there, and it would start again by itself.
  if (row && row.installed_version === null) {
    await db('plugin_removals').insert({ id: plugin_id }).onConflict().ignore();
  }
}
