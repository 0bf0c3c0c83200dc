/** What the database holds, as text, for checks that compare it or look for something in it. */
import type { Knex } from 'knex';
import { schemaOf } from '../../../plugin-host/migrations.ts';

interface Table {
  schema: string;
  name: string;
}

async function listTables(db: Knex, schemas: string[]): Promise<Table[]> {
  const { rows } = await db.raw(
    `SELECT schemaname AS schema, tablename AS name FROM pg_tables
     WHERE schemaname = ANY(?) ORDER BY 1, 2`,
    [schemas],
  );
  return rows;
}

async function readRows(db: Knex, { schema, name }: Table): Promise<string[]> {
  const { rows } = await db.raw(`SELECT t::text AS row FROM ??.?? t ORDER BY 1`, [schema, name]);
  return rows.map(({ row }: { row: string }) => row);
}

/** Every row of the plugin's own tables, and of what it remembers by `ctx.kv` and `ctx.links`. */
export async function readState(db: Knex, pluginId: string): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const table of await listTables(db, [schemaOf(pluginId)])) {
    state[table.name] = await readRows(db, table);
  }
  const kv = await db('plugin_kv').where({ plugin_id: pluginId }).orderBy('key');
  const links = await db('external_links').where({ integration: pluginId }).orderBy('external_id');
  return {
    ...state,
    'ctx.kv': kv.map(({ key, value }) => [key, value]),
    'ctx.links': links.map(({ kind, external_id, local_id }) => [kind, external_id, local_id]),
  };
}

/** Tables with a row in which the text stands. */
export async function findText(db: Knex, pluginId: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of await listTables(db, ['public', 'graphile_worker', schemaOf(pluginId)])) {
    const rows = await readRows(db, table);
    if (rows.some((row) => row.includes(text))) found.push(`${table.schema}.${table.name}`);
  }
  return found;
}

/** Columns, types and indexes of the plugin's schema. */
export async function readShape(db: Knex, pluginId: string): Promise<unknown[]> {
  const { rows } = await db.raw(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = :schema
     UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = :schema ORDER BY 1, 2`,
    { schema: schemaOf(pluginId) },
  );
  return rows;
}

/** Whatever of a plugin is left anywhere. */
export async function findTraces(db: Knex, pluginId: string): Promise<string[]> {
  const traces: string[] = [];
  const { rows } = await db.raw('SELECT FROM pg_namespace WHERE nspname = ?', [schemaOf(pluginId)]);
  if (rows.length > 0) traces.push(`the schema ${schemaOf(pluginId)}`);
  const { rows: columns } = await db.raw(
    `SELECT table_name AS name, column_name AS col FROM information_schema.columns
     WHERE table_schema = 'public' AND (column_name = 'plugin_id'
       OR (table_name, column_name) IN (('plugins', 'id'), ('integrations', 'provider'), ('external_links', 'integration')))`,
  );
  for (const { name, col } of columns) {
    if (
      await db(name)
        .where({ [col]: pluginId })
        .first()
    )
      traces.push(`rows in ${name}`);
  }
  if (await db('secrets').where('owner', 'like', `plugin:${pluginId}:%`).first()) {
    traces.push('rows in secrets');
  }
  const jobs = await db.raw('SELECT FROM graphile_worker.jobs WHERE flags \\? :flag', {
    flag: `plugin:${pluginId}`,
  });
  if (jobs.rows.length > 0) traces.push(`${jobs.rows.length} jobs`);
  return traces;
}
