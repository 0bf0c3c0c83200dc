/**
 * From the outboxes to the queue: for each handler of a plugin one job, which holds the events that came
 * together, for each webhook a delivery of each event, and for what services delivered a job each. It runs
 * no plugin's code and calls nobody.
 */
import type { Knex } from 'knex';
import { queueEvents } from '../webhooks/service.ts';
import { MAX_DEPTH } from './causation.ts';
import { addJobs, type QueueJob } from './context/job-queue.ts';
import type { Delivery } from './deliver.ts';
import { type EventRow, type LoggedEvent, readEvents, toEvent } from './event-log.ts';
import type { PluginHost } from './host.ts';
import { queueDeliveries } from './inbound/queue-deliveries.ts';

// One round: enough to be quick, and a transaction that is soon over.
const ROUND = 200;
// One job: enough to spare most jobs when much happens, few enough to be shared among a plugin's slots.
const DELIVERED_TOGETHER = 20;

/** What a plugin is told once it runs again: it did not when the others were told. */
export interface FanOutTo {
  position: number;
  plugin: string;
}

/**
 * Takes what the outboxes hold and adds the jobs for it in the same transaction, so that a crash neither
 * loses anything nor hands it over twice. Any number of these may run at once.
 */
export async function fanOut(db: Knex, host: PluginHost): Promise<void> {
  await inRounds(db, (trx) => tellEvents(trx, host));
  await inRounds(db, (trx) => queueDeliveries(trx, ROUND));
}

async function inRounds(db: Knex, takeSome: (trx: Knex) => Promise<number>): Promise<void> {
  for (;;) if ((await db.transaction(takeSome)) < ROUND) return;
}

async function tellEvents(trx: Knex, host: PluginHost): Promise<number> {
  const rows = await takeFromOutbox(trx);
  await addJobs(trx, jobsFor(host, rows));
  await queueEvents(
    trx,
    rows.map(({ position }) => position),
  );
  return rows.length;
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

function jobsFor(host: PluginHost, taken: readonly Taken[]): QueueJob[] {
  const jobs: QueueJob[] = [];
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
        const payload: FanOutTo = { position, plugin };
        jobs.push({ identifier: 'fan_out_to', plugin, payload });
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

function deliveryJob(delivery: Delivery): QueueJob {
  return { identifier: 'deliver', plugin: delivery.plugin, payload: delivery };
}
