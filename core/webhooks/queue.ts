/**
 * Which webhooks get an event, and the jobs that send: one queue for each webhook, so that a receiver
 * which hangs delays its own deliveries and nobody else's.
 */
import type { Knex } from 'knex';

/** What a webhook wants, of events its owner may see at all; whether they may see one is asked when it is sent. */
const WANTED = `
  (w.event_types = '{}' OR e.type = ANY(w.event_types))
  AND (w.project_ids = '{}'
    OR e.data ->> 'project_id' = ANY(w.project_ids::text[])
    OR e.former ->> 'project_id' = ANY(w.project_ids::text[])
    OR (e.entity_type = 'project' AND e.entity_id = ANY(w.project_ids)))
  AND (w.user_ids = '{}'
    OR e.data ->> 'user_id' = ANY(w.user_ids::text[])
    OR (e.entity_type = 'user' AND e.entity_id = ANY(w.user_ids)))
  AND (u.role <> 'member' OR coalesce(e.data ->> 'user_id', u.id::text) = u.id::text)`;

const COLUMNS =
  'webhook_id, position, event_id, event_type, entity_type, entity_id, seq, is_replay, created_at, next_attempt_at';
const VALUES = 'w.id, e.position, e.id::text, e.type, e.entity_type, e.entity_id, e.seq';

/** Of these events, a delivery for each webhook that wants it. Call it in the transaction that took them. */
export async function queueEvents(trx: Knex, positions: readonly number[]): Promise<void> {
  if (positions.length === 0) return;
  const { rows } = await trx.raw(
    `WITH queued AS (
       INSERT INTO webhook_deliveries (${COLUMNS})
       SELECT ${VALUES}, false, now(), now()
       FROM webhooks w JOIN users u ON u.id = w.user_id AND u.active, events e
       WHERE w.enabled AND e.position = ANY(:positions) AND ${WANTED}
       ORDER BY e.position, w.id
       RETURNING webhook_id)
     SELECT DISTINCT webhook_id FROM queued`,
    { positions: [...positions] },
  );
  for (const { webhook_id } of rows) await addSendJob(trx, webhook_id);
}

/** What happened in a span of time, once more. Says how much it is. */
export async function queueSpan(
  trx: Knex,
  webhookId: number,
  { from, to }: { from: Date; to: Date },
): Promise<number> {
  const { rowCount } = await trx.raw(
    `INSERT INTO webhook_deliveries (${COLUMNS})
     SELECT ${VALUES}, true, now(), now()
     FROM webhooks w JOIN users u ON u.id = w.user_id, events e
     WHERE w.id = :webhookId AND e.occurred_at >= :from AND e.occurred_at < :to AND ${WANTED}
     ORDER BY e.position`,
    { webhookId, from, to },
  );
  if (rowCount > 0) await addSendJob(trx, webhookId);
  return rowCount;
}

/** @param inSeconds of a job that ends, and must not put off what came meanwhile; absent: now */
export async function addSendJob(db: Knex, webhookId: number, inSeconds?: number): Promise<void> {
  await db.raw(
    `SELECT graphile_worker.add_job('send_webhook', payload := json_build_object('webhook', :id::int),
       queue_name := :name, job_key := :name, job_key_mode := :mode,
       run_at := now() + make_interval(secs => :wait))`,
    {
      id: webhookId,
      name: `webhook:${webhookId}`,
      mode: inSeconds === undefined ? 'replace' : 'preserve_run_at',
      wait: inSeconds ?? 0,
    },
  );
}

/** Jobs for what is due and has none: the process that should have added it may be gone. */
export async function addDueJobs(db: Knex): Promise<void> {
  const { rows } = await db.raw(
    `SELECT w.id FROM webhooks w JOIN users u ON u.id = w.user_id AND u.active
     WHERE w.enabled AND coalesce(w.paused_until, '-infinity') <= now() AND EXISTS (
       SELECT FROM webhook_deliveries d
       WHERE d.webhook_id = w.id AND d.state = 'waiting' AND d.next_attempt_at <= now())`,
  );
  for (const { id } of rows) await addSendJob(db, id, 0);
}
