/** The database itself: its facts, and whether its clock is ours. */
import type { Context } from '../../infra/context.ts';
import { problem } from '../problem.ts';
import type { HealthProblem, SystemHealth } from '../schema.ts';

// Leases and schedules go by the clock of the database, time entries by that of the process.
const MOST_SECONDS_APART = 10;

export async function readDatabaseFacts({ db }: Context): Promise<SystemHealth['database']> {
  const { rows } = await db.raw(
    `SELECT current_setting('server_version') AS version,
       pg_database_size(current_database())::float8 AS size_bytes`,
  );
  return rows[0];
}

export async function checkClock({ db, clock }: Context): Promise<HealthProblem[]> {
  const { rows } = await db.raw(`SELECT extract(epoch FROM clock_timestamp())::float8 AS now`);
  const seconds = Math.round(Math.abs(rows[0].now - clock.now().getTime() / 1000));
  if (seconds <= MOST_SECONDS_APART) return [];
  return [
    problem(
      'error',
      'clock_differs',
      [
        'The clocks of this server and of its database differ by {seconds} seconds.',
        'Synchronise both with a time server (NTP).',
      ],
      { seconds },
    ),
  ];
}
