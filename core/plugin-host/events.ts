/**
 * From an event row to the handlers of plugins: `fan_out` makes one job a handler, `deliver` runs one.
 * A retry of one handler never runs another again.
 */
import type { EventEnvelope } from '@stint/plugin';
import type { Knex } from 'knex';
import { handleAsCause, MAX_DEPTH } from './causation.ts';
import { flagOf, MAX_ATTEMPTS } from './context/job-queue.ts';
import type { PluginHost } from './host.ts';

interface EventRow {
  id: string;
  type: string;
  v: number;
  occurred_at: Date;
  seq: number;
  entity_type: string;
  entity_id: number;
  actor: EventEnvelope['actor'];
  origin: EventEnvelope['origin'];
  causation: EventEnvelope['causation'];
  data: Record<string, unknown>;
  previous: Record<string, unknown> | null;
}

export interface Delivery {
  position: number;
  plugin: string;
  /** Which of the plugin's handlers for this type, in the order of registration. */
  handler: number;
}

/** Adds one job for each handler of a subscribed plugin that runs here or waits to. */
export async function fanOut(db: Knex, host: PluginHost, position: number): Promise<void> {
  const event = await readEvent(db, position);
  if (!event || (event.causation?.depth ?? 0) >= MAX_DEPTH) return;
  const jobs = host.handlersOf(event.type).flatMap(({ plugin, handlers }) =>
    handlers
      .filter(({ own }) => own || event.origin?.plugin !== plugin)
      .map(({ handler }) => ({
        identifier: 'deliver',
        payload: { position, plugin, handler },
        job_key: `deliver:${event.id}:${plugin}:${handler}`,
        max_attempts: MAX_ATTEMPTS,
        flags: [flagOf(plugin)],
      })),
  );
  if (jobs.length === 0) return;
  await db.raw(
    `SELECT graphile_worker.add_jobs(array(
       SELECT json_populate_record(NULL::graphile_worker.job_spec, spec) FROM json_array_elements(?::json) AS spec))`,
    [JSON.stringify(jobs)],
  );
}

/** Runs one handler. What it throws is the job's failure, and is tried again. */
export async function deliver(
  db: Knex,
  host: PluginHost,
  { position, plugin, handler }: Delivery,
): Promise<void> {
  const event = await readEvent(db, position);
  // Kept 30 days: a job that is older than its event has nothing left to say.
  if (!event) return;
  const subscription = host.subscription(plugin, event.type, handler);
  if (!subscription) return;
  await handleAsCause(event, () => subscription.handler(event));
}

async function readEvent(db: Knex, position: number): Promise<EventEnvelope | undefined> {
  const row: EventRow | undefined = await db('events').where({ position }).first();
  if (!row) return undefined;
  const { id, type, v, seq, actor, origin, causation, data, previous } = row;
  return {
    id,
    type,
    v,
    occurred_at: row.occurred_at.toISOString(),
    seq,
    entity: { type: row.entity_type, id: row.entity_id },
    actor,
    origin,
    causation,
    data,
    previous,
  };
}
