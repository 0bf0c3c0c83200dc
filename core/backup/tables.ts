/** What there is to back up: the tables of the core and of plugins, in an order in which they can be filled. */
import type pg from 'pg';

export interface Table {
  schema: string;
  name: string;
  columns: string[];
}

export interface Sequence {
  schema: string;
  name: string;
  value: string;
  isCalled: boolean;
}

/** State of processes and requests, worth nothing elsewhere; and the ledger, which the restore writes itself. */
const passing = [
  'processes',
  'plugin_starts',
  'rate_limits',
  'idempotency_keys',
  'oauth_attempts',
  'login_challenges',
  'knex_migrations',
  'knex_migrations_lock',
];

const schemas = `n.nspname = 'public' OR n.nspname LIKE 'plugin\\_%'`;

/** As `"public"."users"`. */
export function quote({ schema, name }: { schema: string; name: string }): string {
  return `"${schema}"."${name}"`;
}

/** The core's first, each after those that it refers to. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { id: number; refers_to: number[] }>(
    `SELECT c.oid::int AS id, n.nspname AS schema, c.relname AS name,
       array(SELECT quote_ident(a.attname) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY a.attnum) AS columns,
       array(SELECT f.confrelid::int FROM pg_constraint f
         WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS refers_to
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND (${schemas}) AND NOT (n.nspname = 'public' AND c.relname = ANY ($1))
     ORDER BY n.nspname <> 'public', n.nspname, c.relname`,
    [passing],
  );
  const sorted: typeof rows = [];
  let left = rows;
  while (left.length > 0) {
    const waiting = new Set(left.map(({ id }) => id));
    const ready = left.filter(({ refers_to }) => !refers_to.some((id) => waiting.has(id)));
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    sorted.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  const isPlugins = ({ schema }: Table) => schema !== 'public';
  return [...sorted.filter((one) => !isPlugins(one)), ...sorted.filter(isPlugins)].map(
    ({ schema, name, columns }) => ({ schema, name, columns }),
  );
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND (${schemas}) AND c.relname NOT LIKE 'knex\\_%' ORDER BY 1, 2`,
  );
  const sequences: Sequence[] = [];
  for (const row of rows) {
    const { rows: state } = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${quote(row)}`,
    );
    sequences.push({ ...row, ...(state[0] as { value: string; isCalled: boolean }) });
  }
  return sequences;
}
