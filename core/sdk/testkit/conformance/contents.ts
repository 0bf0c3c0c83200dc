/** What the database holds, for checks that compare it or look for something in it. */
import type { Knex } from 'knex';
import { schemaOf } from '../../../plugin-host/migrations.ts';

interface Table {
  schema: string;
  name: string;
}

export async function listTables(db: Knex, schemas: string[]): Promise<Table[]> {
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

/** Rows without what the database fills in by itself: numbers of a sequence, and the time. */
async function readSaidRows(db: Knex, { schema, name }: Table): Promise<string[]> {
  const { rows } = await db.raw(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = ? AND table_name = ?
       AND (is_identity = 'YES' OR column_default ~* '(nextval|now|timestamp|uuid)')`,
    [schema, name],
  );
  const filledIn = rows.map((row: { name: string }) => row.name);
  const said = await db.raw(
    `SELECT (to_jsonb(t) - ?::text[])::text AS row FROM ??.?? t ORDER BY 1`,
    [filledIn, schema, name],
  );
  return said.rows.map(({ row }: { row: string }) => row);
}

/** Everything that the plugin has brought about: its own tables, and what it said by its context. */
export async function readState(db: Knex, plugin_id: string): Promise<Record<string, unknown>> {
  const state: Record<string, unknown> = {};
  for (const table of await listTables(db, [schemaOf(plugin_id)])) {
    state[table.name] = await readSaidRows(db, table);
  }
  const kv = await db('plugin_kv').where({ plugin_id }).orderBy('key').select('key', 'value');
  const links = await db('external_links')
    .where({ integration: plugin_id })
    .orderBy(['kind', 'external_id'])
    .select('kind', 'external_id', 'local_id');
  const told = await db('notifications')
    .where({ plugin_id })
    .orderBy(['user_id', 'key', 'text'])
    .select('user_id', 'key', 'text', 'link');
  const issues = await db('plugin_issues').where({ plugin_id }).orderBy('key').pluck('key');
  return { ...state, 'ctx.kv': kv, 'ctx.links': links, 'ctx.notify': told, 'ctx.issues': issues };
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
