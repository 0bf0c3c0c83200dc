/** What the database knows, measured when somebody asks: the queue, and events that wait to be told. */
import type { Knex } from 'knex';
import { Gauge } from 'prom-client';
import type { Metrics } from '../infra/metrics.ts';

/** Adds them to the metrics of this process. */
export function measureQueue({ registry }: Metrics, db: Knex): void {
  const registers = [registry];
  const oldest = new Gauge({
    name: 'stint_queue_oldest_job_seconds',
    help: 'How long the oldest job has waited that is due and that nobody runs.',
    registers,
  });
  new Gauge({
    name: 'stint_queue_jobs',
    help: 'Jobs by task and state: due, later, running, failed.',
    labelNames: ['task', 'state'],
    registers,
    async collect() {
      const { rows } = await db.raw(QUEUE);
      this.reset();
      for (const { task, state, jobs } of rows) this.set({ task, state }, jobs);
      const waits = rows.map((row: { waited: number | null }) => row.waited ?? 0);
      oldest.set(Math.max(0, ...waits));
    },
  });
  new Gauge({
    name: 'stint_events_waiting',
    help: 'Events whose subscribers have not been told.',
    registers,
    async collect() {
      this.set(await countRows('event_outbox'));
    },
  });
  new Gauge({
    name: 'stint_deliveries_waiting',
    help: 'Deliveries to webhooks of plugins that have no job yet.',
    registers,
    async collect() {
      this.set(await countRows('inbound_outbox'));
    },
  });

  async function countRows(table: string): Promise<number> {
    const { rows } = await db.raw('SELECT count(*)::int AS n FROM ??', [table]);
    return rows[0].n;
  }
}

const QUEUE = `
  SELECT t.identifier AS task, state, count(*)::int AS jobs,
    max(extract(epoch FROM now() - run_at)) FILTER (WHERE state = 'due')::float AS waited
  FROM (
    SELECT task_id, run_at, CASE
      WHEN attempts >= max_attempts THEN 'failed'
      WHEN locked_at IS NOT NULL THEN 'running'
      WHEN run_at > now() THEN 'later'
      ELSE 'due' END AS state
    FROM graphile_worker._private_jobs) j
  JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  GROUP BY 1, 2`;
