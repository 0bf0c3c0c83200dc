/**
 * From an event row to the handlers of plugins: `fan_out` makes one job a handler, `deliver` runs one.
 * A retry of one handler never runs another again.
 */
import type { EventEnvelope } from '@stint/plugin';
import type { Knex } from 'knex';
import { handleAsCause, MAX_DEPTH } from './causation.ts';
import { flagOf, MAX_ATTEMPTS } from './context/job-queue.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import type { PluginHost } from './host.ts';
import { type JobRun, settleFailure } from './job-failures.ts';
import { runAs } from './owner.ts';

// Whoever needs more adds a job of a task.
const HANDLER_MS = 10_000;

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

export interface FanOut {
  position: number;
  /** For this plugin alone: it did not run when the others were told. */
  plugin?: string;
}

interface JobSpec {
  identifier: string;
  payload: object;
  job_key: string;
  max_attempts: number;
  flags: string[];
}

/** Adds one job for each handler; where the plugin does not run, one that waits until it does. */
export async function fanOut(
  db: Knex,
  host: PluginHost,
  { position, plugin: only }: FanOut,
): Promise<void> {
  const event = await readEvent(db, position);
  if (!event || (event.causation?.depth ?? 0) >= MAX_DEPTH) return;
  const plugins: string[] =
    only === undefined
      ? await db('event_subscriptions').where({ type: event.type }).pluck('plugin_id')
      : [only];
  await addJobs(
    db,
    plugins.flatMap((plugin) => jobsFor(host, event, position, plugin)),
  );
}

function jobsFor(
  host: PluginHost,
  event: EventEnvelope,
  position: number,
  pluginId: string,
): JobSpec[] {
  const plugin = host.get(pluginId);
  // A subscription of something that is no longer installed.
  if (!plugin) return [];
  const common = { max_attempts: MAX_ATTEMPTS, flags: [flagOf(pluginId)] };
  const key = `${event.id}:${pluginId}`;
  if (!plugin.run) {
    const payload = { position, plugin: pluginId };
    return [{ identifier: 'fan_out', payload, job_key: `fan_out:${key}`, ...common }];
  }
  return host
    .handlersOf(pluginId, event.type)
    .filter(({ own }) => own || event.origin?.plugin !== pluginId)
    .map(({ handler }) => ({
      identifier: 'deliver',
      payload: { position, plugin: pluginId, handler },
      job_key: `deliver:${key}:${handler}`,
      ...common,
    }));
}

async function addJobs(db: Knex, jobs: JobSpec[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.raw(
    `SELECT graphile_worker.add_jobs(array(
       SELECT json_populate_record(NULL::graphile_worker.job_spec, spec) FROM json_array_elements(?::json) AS spec))`,
    [JSON.stringify(jobs)],
  );
}

/** Runs one handler. What it throws is the job's failure, and is tried again; after the last time it is kept. */
export async function deliver(
  { db, host }: { db: Knex; host: PluginHost },
  delivery: Delivery,
  job: JobRun,
): Promise<void> {
  const { position, plugin: pluginId, handler } = delivery;
  const event = await readEvent(db, position);
  // Kept 30 days: a job that is older than its event has nothing left to say.
  if (!event) return;
  const plugin = host.get(pluginId);
  // Paused by its flag as a rule; this is the instant in which it was just stopped.
  if (plugin && !plugin.run) throw new ERR_PLUGIN_UNAVAILABLE(pluginId, plugin.state);
  // It no longer subscribes.
  const subscription = host.subscription(pluginId, event.type, handler);
  if (!plugin || !subscription) return;
  try {
    await withDeadline(`The handler of ${event.type}`, HANDLER_MS, () =>
      runAs(pluginId, () => handleAsCause(event, () => subscription.handler(event))),
    );
    host.slots.noteInTime(pluginId);
  } catch (error) {
    host.slots.noteFailure(pluginId, error);
    const name = `event:${event.type}`;
    const task = { identifier: 'deliver', name, payload: delivery } as const;
    await settleFailure(db, plugin, task, job, error);
  }
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
