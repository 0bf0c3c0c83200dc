/**
 * From the outbox to the queue: for each handler of a plugin one job, which holds the events that came
 * together, and for each webhook a delivery of each event. It runs no plugin's code and calls nobody.
 */
import type { Knex } from 'knex';
import { queueEvents } from '../webhooks/service.ts';
import { MAX_DEPTH } from './causation.ts';
import { flagOf, MAX_ATTEMPTS } from './context/job-queue.ts';
import type { Delivery } from './deliver.ts';
import { type EventRow, type LoggedEvent, readEvents, toEvent } from './event-log.ts';
import type { PluginHost } from './host.ts';

// One round: enough to be quick, and a transaction that is soon over.
const ROUND = 200;
// One job: enough to spare most jobs when much happens, few enough to be shared among a plugin's slots.
const DELIVERED_TOGETHER = 20;

/** What a plugin is told once it runs again: it did not when the others were told. */
export interface FanOutTo {
  position: number;
  plugin: string;
}

interface JobSpec {
  identifier: 'deliver' | 'fan_out_to';
  payload: Delivery | FanOutTo;
  max_attempts: number;
  flags: string[];
}

/**
 * Takes what the outbox holds and adds the jobs for it in the same transaction, so that a crash neither
 * loses an event nor hands it over twice. Any number of these may run at once.
 */
export async function fanOut(db: Knex, host: PluginHost): Promise<void> {
  for (;;) {
    const taken = await db.transaction(async (trx) => {
      const rows = await takeFromOutbox(trx);
      await addJobs(trx, jobsFor(host, rows));
      await queueEvents(
        trx,
        rows.map(({ position }) => position),
      );
      return rows.length;
    });
    if (taken < ROUND) return;
  }
}

/** The same for one event and one plugin. */
export async function fanOutTo(
  db: Knex,
  host: PluginHost,
  { position, plugin }: FanOutTo,
): Promise<void> {
  const events = await readEvents(db, [position]);
  await addJobs(
    db,
    jobsFor(
      host,
      events.map((one) => ({ ...one, subscribers: [plugin] })),
    ),
  );
}

/** For events that one handler is still to be told of, each by itself. */
export async function redeliver(db: Knex, { positions, ...to }: Delivery): Promise<void> {
  await addJobs(
    db,
    positions.map((position) => deliveryJob({ ...to, positions: [position] })),
  );
}

interface Taken extends LoggedEvent {
  /** Plugins that subscribe to its type. */
  subscribers: string[];
}

async function takeFromOutbox(trx: Knex): Promise<Taken[]> {
  const { rows } = await trx.raw(
    `WITH taken AS (
       DELETE FROM event_outbox WHERE position IN (
         SELECT position FROM event_outbox ORDER BY position LIMIT ? FOR UPDATE SKIP LOCKED)
       RETURNING position
     )
     SELECT e.*, array(SELECT s.plugin_id FROM event_subscriptions s WHERE s.type = e.type) AS subscribers
     FROM taken JOIN events e USING (position) ORDER BY position`,
    [ROUND],
  );
  return (rows as (EventRow & Taken)[]).map((row) => ({
    ...toEvent(row),
    subscribers: row.subscribers,
  }));
}

function jobsFor(host: PluginHost, taken: readonly Taken[]): JobSpec[] {
  const jobs: JobSpec[] = [];
  // By plugin, type and handler, the delivery that is not yet full.
  const open = new Map<string, Delivery>();
  for (const { position, event, subscribers } of taken) {
    // Events that have long been causing each other.
    if ((event.causation?.depth ?? 0) >= MAX_DEPTH) continue;
    for (const plugin of subscribers) {
      const found = host.get(plugin);
      // A subscription of something that is no longer installed.
      if (!found) continue;
      if (!found.run) {
        jobs.push(queueJob('fan_out_to', plugin, { position, plugin }));
        continue;
      }
      for (const { handler, own } of host.handlersOf(plugin, event.type)) {
        if (!own && event.origin?.plugin === plugin) continue;
        const key = `${plugin} ${event.type} ${handler}`;
        const delivery = open.get(key);
        if (delivery && delivery.positions.length < DELIVERED_TOGETHER) {
          delivery.positions.push(position);
        } else {
          const next = { plugin, handler, positions: [position] };
          open.set(key, next);
          jobs.push(deliveryJob(next));
        }
      }
    }
  }
  return jobs;
}

const deliveryJob = (delivery: Delivery) => queueJob('deliver', delivery.plugin, delivery);

function queueJob(
  identifier: JobSpec['identifier'],
  plugin: string,
  payload: JobSpec['payload'],
): JobSpec {
  return { identifier, payload, max_attempts: MAX_ATTEMPTS, flags: [flagOf(plugin)] };
}

async function addJobs(db: Knex, jobs: JobSpec[]): Promise<void> {
  if (jobs.length === 0) return;
  await db.raw(
    `SELECT graphile_worker.add_jobs(array(
       SELECT json_populate_record(NULL::graphile_worker.job_spec, spec) FROM json_array_elements(?::json) AS spec))`,
    [JSON.stringify(jobs)],
  );
}
