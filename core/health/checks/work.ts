/** Work in the background: whether anybody does it, and what failed for good. */
import type { Knex } from 'knex';
import type { Context } from '../../infra/context.ts';
import { problem } from '../problem.ts';
import type { HealthProblem, ProblemCode, SystemHealth } from '../schema.ts';

// A worker takes a job within a second or two.
const LATE_SECONDS = 120;

export async function readQueueFacts({ db }: Context): Promise<SystemHealth['queue']> {
  const { rows } = await db.raw(
    `SELECT count(*)::int AS due,
       greatest(0, coalesce(floor(extract(epoch FROM now() - min(run_at))), 0))::int AS oldest_seconds
     FROM graphile_worker._private_jobs
     WHERE run_at <= now() AND locked_at IS NULL AND attempts < max_attempts`,
  );
  return rows[0];
}

export function checkQueue({ due, oldest_seconds }: SystemHealth['queue']): HealthProblem[] {
  if (oldest_seconds < LATE_SECONDS) return [];
  const values = { count: due, minutes: Math.floor(oldest_seconds / 60) };
  return [
    problem(
      'error',
      'jobs_waiting',
      [
        '{count} jobs wait, the oldest for {minutes} minutes: nobody works on them.',
        'See that a process with the worker runs, and what its log says.',
      ],
      values,
    ),
  ];
}

export async function checkEvents({ db }: Context): Promise<HealthProblem[]> {
  const waiting = db('event_outbox as o')
    .join('events as e', 'e.position', 'o.position')
    .where('e.occurred_at', '<', lateSince(db));
  return problemOf(waiting, 'events_waiting', [
    '{count} changes have not been told to the plugins that want to know of them.',
    'See that a process with the worker runs, and what its log says.',
  ]);
}

export async function checkWaitingDeliveries({ db }: Context): Promise<HealthProblem[]> {
  const waiting = db('inbound_outbox as o')
    .join('inbound_deliveries as d', 'd.id', 'o.delivery')
    .where('d.received_at', '<', lateSince(db));
  return problemOf(waiting, 'deliveries_waiting', [
    '{count} deliveries of other services have not been handed to their plugins.',
    'See that a process with the worker runs, and what its log says.',
  ]);
}

function lateSince(db: Knex): Knex.Raw {
  return db.raw('now() - make_interval(secs => ?)', [LATE_SECONDS]);
}

async function problemOf(
  waiting: Knex.QueryBuilder,
  code: ProblemCode,
  words: [string, string],
): Promise<HealthProblem[]> {
  const row = await waiting.count({ count: '*' }).first();
  const count = Number(row?.count ?? 0);
  return count === 0 ? [] : [problem('error', code, words, { count })];
}

export async function checkFailedJobs({ db }: Context): Promise<HealthProblem[]> {
  const rows: { plugin: string; name: string; count: number }[] = await db('job_failures as f')
    .join('plugins as p', 'p.id', 'f.plugin_id')
    .groupBy('p.id')
    .orderBy('p.id')
    .select('p.id as plugin', 'p.display_name as name', db.raw('count(*)::int AS count'));
  return rows.map(({ plugin, name, count }) =>
    problem(
      'warning',
      'jobs_failed',
      [
        '{count} jobs of {name} failed for good.',
        'Read why, mend the cause, and run them again or discard them.',
      ],
      { name, count },
      plugin,
    ),
  );
}
