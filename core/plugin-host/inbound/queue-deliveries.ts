/** From what waits to the queue: the job that hands a delivery to its plugin, now, later or once more. */
import type { Knex } from 'knex';
import { addJobs, type QueueJob } from '../context/job-queue.ts';

/** Takes up to so many from their outbox, in the order in which they came; says how many there were. */
export async function queueDeliveries(trx: Knex, atMost: number): Promise<number> {
  const { rows } = await trx.raw(
    `WITH taken AS (
       DELETE FROM inbound_outbox WHERE delivery IN (
         SELECT delivery FROM inbound_outbox ORDER BY delivery LIMIT ? FOR UPDATE SKIP LOCKED)
       RETURNING delivery)
     SELECT delivery, r.plugin_id AS plugin
     FROM taken LEFT JOIN (inbound_deliveries d JOIN inbound_receivers r ON r.id = d.receiver_id)
       ON d.id = delivery
     ORDER BY delivery`,
    [atMost],
  );
  const taken: { delivery: number; plugin: string | null }[] = rows;
  // Without a plugin it went with its connection.
  const waiting = taken.flatMap(({ plugin, delivery }) =>
    plugin ? [jobOf(plugin, delivery)] : [],
  );
  await addJobs(trx, waiting);
  return taken.length;
}

/** For one that is handled again. */
export async function addDeliveryJob(
  db: Knex,
  plugin: string,
  delivery: number,
  delaySeconds?: number,
): Promise<void> {
  await addJobs(db, [{ ...jobOf(plugin, delivery), delaySeconds }]);
}

function jobOf(plugin: string, delivery: number): QueueJob {
  return {
    identifier: 'plugin_inbound',
    plugin,
    payload: { plugin, delivery },
    key: `inbound:${delivery}`,
  };
}
