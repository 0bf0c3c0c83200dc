/** The requests that are compared with a bare route: creating, listing, and the timer. */
import { type Call, compareLoads, putUnderLoad } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { startProcess } from './processes.ts';
import { CONNECTIONS, type Ground, type Stage } from './stage.ts';
import type { TableRow } from './table.ts';

interface Pair {
  name: string;
  target: number;
  ours(connection: number): Call[];
  bare(connection: number): Call[];
}

export async function comparePairs(
  { small }: Stage,
  { rounds, seconds, only, profile }: BenchOptions,
): Promise<TableRow[]> {
  const pairs = (await listPairs(small)).filter(({ name }) => name.includes(only));
  if (pairs.length === 0) return [];
  const web = await startProcess('web', small.connectionString, profile);
  const bare = await startProcess('yardstick', small.connectionString, profile);
  const rows: TableRow[] = [];
  try {
    for (const pair of pairs) {
      console.error(`Measuring: ${pair.name} …`);
      const run = (url: string, callsOf: (connection: number) => Call[]) => async () => {
        await tidy(small);
        return putUnderLoad(url, callsOf, seconds);
      };
      const result = await compareLoads(run(web.url, pair.ours), run(bare.url, pair.bare), rounds);
      rows.push({
        what: pair.name,
        ours: `${Math.round(result.ours.requestsPerSecond)}/s`,
        bare: `${Math.round(result.bare.requestsPerSecond)}/s`,
        ratio: `${Math.round(result.ratio * 100)} %`,
        target: `>= ${pair.target * 100} %`,
        isMet: result.ratio >= pair.target,
        latency: `${result.ours.p50} / ${result.ours.p99} ms`,
      });
    }
  } finally {
    await Promise.all([web.stop(), bare.stop()]);
  }
  return rows;
}

// Each measurement begins on the same data; a year of it has ended before now and begun after 2001.
async function tidy({ db }: Ground): Promise<void> {
  const added = `(SELECT id FROM time_entries WHERE start_time < '2020-01-01' OR start_time > now() - interval '20 minutes')`;
  await db.raw(`DELETE FROM events WHERE entity_type = 'time_entry' AND entity_id IN ${added}`);
  await db.raw(`DELETE FROM audit_log WHERE entity_type = 'time_entry' AND entity_id IN ${added}`);
  await db.raw(`DELETE FROM time_entries WHERE id IN ${added} OR end_time IS NULL`);
  await db.raw('VACUUM time_entries, events, audit_log');
}

async function listPairs({ db, callers }: Ground): Promise<Pair[]> {
  const project: { id: number } = await db('projects')
    .where({ archived_at: null, visibility: 'everyone', billable: true })
    .orderBy('id')
    .first('id');
  const [tag]: { id: number }[] = await db('tags').orderBy('id').limit(1).select('id');
  const subject = {
    project_id: project.id,
    description: 'Header and navigation',
    tag_ids: [tag?.id],
    billable: true,
  };
  const tokenOf = (i: number) => callers[i]?.token as string;
  const create = { method: 'POST', path: '/api/v1/time-entries' } as const;

  // One after the other, as many a month as somebody has who works.
  const hours = new Array<number>(CONNECTIONS).fill(0);
  const nextEntry = (i: number) => {
    hours[i] = ((hours[i] as number) + 3) % 150_000;
    const start = Date.UTC(2001, 0, 1) + (hours[i] as number) * 3_600_000;
    return {
      ...subject,
      start_time: new Date(start).toISOString(),
      end_time: new Date(start + 3_000_000).toISOString(),
    };
  };
  const bareInsert = (i: number): Call[] => [
    {
      method: 'POST',
      path: '/entries',
      body: () => ({ ...nextEntry(i), user_id: callers[i]?.user_id }),
    },
  ];
  return [
    {
      name: 'create an entry : bare INSERT',
      target: 0.4,
      ours: (i) => [{ ...create, token: tokenOf(i), body: () => nextEntry(i) }],
      bare: bareInsert,
    },
    {
      name: 'list 50 entries : bare SELECT',
      target: 0.5,
      ours: (i) => [{ method: 'GET', path: '/api/v1/time-entries', token: tokenOf(i) }],
      bare: (i) => [{ method: 'GET', path: `/entries?user_id=${callers[i]?.user_id}` }],
    },
    {
      name: 'timer start, stop : bare INSERT',
      target: 0.35,
      ours: (i) => [
        { method: 'POST', path: '/api/v1/timer/start', token: tokenOf(i), body: () => subject },
        { method: 'POST', path: '/api/v1/timer/stop', token: tokenOf(i), body: () => ({}) },
      ],
      bare: bareInsert,
    },
  ];
}
