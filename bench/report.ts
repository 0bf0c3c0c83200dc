/** The year's summary through the API, beside its own SQL and the simplest SQL, on one connection. */
import pg from 'pg';
import { buildApp } from '../core/app.ts';
import { loadConfig } from '../core/config.ts';
import { openDatabase } from '../core/infra/database.ts';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { startProcess } from './processes.ts';
import type { Ground, Stage } from './stage.ts';
import type { TableRow } from './table.ts';

interface Query {
  text: string;
  values: unknown[];
}

const NAME = 'year summary, 100 000 entries';
const RUNS_PER_ROUND = 5;

export async function compareReport(
  { large }: Stage,
  { rounds, only, profile }: BenchOptions,
): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  const token = large.callers[0]?.token as string;
  const path = `/api/v1/reports/summary?${lastYear()}&group_by=project,month`;
  console.error(`Measuring: ${NAME} …`);
  const own = await captureQuery(large, path, token);
  const web = await startProcess('web', large.connectionString, profile);
  const client = new pg.Client({ connectionString: large.connectionString, options: '-c jit=off' });
  await client.connect();
  try {
    const runs = {
      route: () => fetchSummary(web.url + path, token),
      own: () => client.query(own),
      plain: () => client.query(plainQuery),
    };
    for (const run of Object.values(runs)) for (let i = 0; i < 3; i += 1) await run();
    const times = { route: [] as number[], own: [] as number[], plain: [] as number[] };
    for (let i = 0; i < rounds * RUNS_PER_ROUND; i += 1) {
      for (const name of ['route', 'own', 'plain'] as const) {
        times[name].push(await timeOf(runs[name]));
      }
    }
    return [
      compare(`${NAME} : its SQL`, times.route, times.own, true),
      compare(`${NAME} : a plain GROUP BY`, times.route, times.plain),
    ];
  } finally {
    await client.end();
    await web.stop();
  }
}

function compare(what: string, ours: number[], bare: number[], isTarget = false): TableRow {
  const ratio = median(ours.map((time, i) => time / (bare[i] as number)));
  return {
    what,
    ours: `${median(ours).toFixed(1)} ms`,
    bare: `${median(bare).toFixed(1)} ms`,
    ratio: `${ratio.toFixed(2)} x`,
    target: isTarget ? '<= 1.5 x' : 'for information',
    ...(isTarget && { isMet: ratio <= 1.5 }),
  };
}

// The least that could be called a summary: no zone of the reader, no rounding, no money, no names.
const plainQuery = `SELECT project_id, date_trunc('month', start_time) AS month,
    sum(duration_seconds) AS seconds, count(*) AS entries
  FROM time_entries
  WHERE deleted_at IS NULL AND end_time IS NOT NULL AND start_time > now() - interval '366 days'
  GROUP BY project_id, month ORDER BY project_id, month`;

function lastYear(): string {
  const day = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(365)}&to=${day(0)}`;
}

async function fetchSummary(url: string, token: string): Promise<void> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${text}`);
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The statement that the route runs, as it is sent. */
async function captureQuery(
  { connectionString }: Ground,
  url: string,
  token: string,
): Promise<Query> {
  const db = openDatabase(connectionString, 2);
  const app = await buildApp({ config: loadConfig({}), db });
  const queries: Query[] = [];
  db.on('query', ({ sql, bindings }) => queries.push({ text: sql, values: bindings }));
  try {
    const { statusCode, body } = await app.inject({
      url,
      headers: { authorization: `Bearer ${token}` },
    });
    const query = queries.find(({ text }) => text.includes('time_entries'));
    if (statusCode !== 200 || !query) throw new Error(`${url}: ${statusCode} ${body}`);
    return query;
  } finally {
    await app.close();
    await db.destroy();
  }
}
