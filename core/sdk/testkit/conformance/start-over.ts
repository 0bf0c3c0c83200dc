/** Puts what a plugin keeps back to what it was, so that the same facts can be told in another order. */
import type { Knex } from 'knex';
import { schemaOf } from '../../../plugin-host/migrations.ts';
import { listTables } from './contents.ts';

/** Of the core's tables, those that a plugin writes by its context, and whose rows are its own by which column. */
const ofContext = {
  plugin_kv: 'plugin_id',
  external_links: 'integration',
  notifications: 'plugin_id',
  plugin_issues: 'plugin_id',
} as const;

/** Remembers the state; what it returns brings it back, and forgets the jobs that wait. */
export async function rememberState(db: Knex, pluginId: string): Promise<() => Promise<void>> {
  const tables = await listTables(db, [schemaOf(pluginId)]);
  const kept = await Promise.all(
    tables.map(async ({ schema, name }) => ({
      name: `${schema}.${name}`,
      rows: await db.withSchema(schema).from(name).select(),
    })),
  );
  return () =>
    db.transaction(async (trx) => {
      // Neither keys nor triggers of the plugin's: it is put back as it was.
      await trx.raw(`SET LOCAL session_replication_role = replica`);
      if (kept.length > 0) {
        const names = kept.map(({ name }) => name).join(', ');
        await trx.raw(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
      }
      for (const { name, rows } of kept.filter((table) => table.rows.length > 0)) {
        await trx.raw(
          `INSERT INTO ${name} OVERRIDING SYSTEM VALUE
           SELECT * FROM jsonb_populate_recordset(NULL::${name}, ?::jsonb)`,
          [JSON.stringify(rows)],
        );
      }
      for (const [table, column] of Object.entries(ofContext)) {
        await trx(table)
          .where({ [column]: pluginId })
          .delete();
      }
      await trx.raw(
        'SELECT graphile_worker.complete_jobs(array(SELECT id FROM graphile_worker.jobs))',
      );
    });
}
