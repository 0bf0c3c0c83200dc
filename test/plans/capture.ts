/** The SQL that the application really sends, caught on its way to PostgreSQL, and how that would run it. */
import type { Knex } from 'knex';
import pg from 'pg';

export interface SentQuery {
  /** Set for prepared statements. */
  name?: string;
  text: string;
  values: unknown[];
}

type Query = (this: pg.Client, query: unknown, ...rest: unknown[]) => unknown;

/** Runs `work` and lists the reads and writes that it sends. */
export async function captureQueries(work: () => Promise<unknown>): Promise<SentQuery[]> {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  const sent: SentQuery[] = [];
  client.query = function (config, ...rest) {
    const { name, text, values } = (
      typeof config === 'string' ? { text: config, values: rest[0] } : config
    ) as SentQuery;
    if (/^\s*(select|with|insert|update|delete)/i.test(text)) {
      sent.push({ name, text, values: Array.isArray(values) ? values : [] });
    }
    return query.call(this, config, ...rest);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}

export interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Total Cost': number;
  Plans?: Plan[];
}

/**
 * PostgreSQL's plan for the values that were sent; `generic` is the one that a prepared statement
 * keeps for all values.
 */
export async function explain(db: Knex, query: SentQuery, generic = false): Promise<Plan> {
  const options = generic ? 'FORMAT JSON, GENERIC_PLAN' : 'FORMAT JSON';
  const client: pg.Client = await db.client.acquireConnection();
  try {
    const text = `EXPLAIN (${options}) ${query.text}`;
    const { rows } = await client.query(generic ? { text } : { text, values: query.values });
    return rows[0]['QUERY PLAN'][0].Plan;
  } finally {
    await db.client.releaseConnection(client);
  }
}

/** The plan and everything below it. */
export function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

export function isWholeRead(node: Plan): boolean {
  return node['Node Type'] === 'Seq Scan';
}
