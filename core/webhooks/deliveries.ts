/** The log of a webhook, and sending again: one, a span of time, or a test. */
import { randomUUID } from 'node:crypto';
import { atField, ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { parseInstant } from '../infra/instants.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { ERR_WEBHOOK_DISABLED, ERR_WEBHOOK_SPAN } from './errors.ts';
import { Delivery } from './model.ts';
import { addSendJob, queueSpan } from './queue.ts';
import type { Attempt, DeliveryQuery, ReplaySpan } from './schema.ts';
import { readSigningSecrets } from './secrets.ts';
import type { Sender } from './sender.ts';
import { findWebhook } from './service.ts';

/** No event of the core: a webhook alone is told of it. */
const TEST_EVENT = 'webhook.test';
const sorting = { columns: { id: 'd.id' }, id: 'd.id' };

function deliveriesOf({ db }: Context, webhook_id: number) {
  return Delivery.query(db)
    .from('webhook_deliveries as d')
    .where('d.webhook_id', webhook_id)
    .joinRaw(
      `LEFT JOIN LATERAL (
         SELECT attempted_at AS last_attempt_at, status AS last_status, error AS last_error,
           duration_ms AS last_duration_ms
         FROM webhook_attempts a WHERE a.delivery_id = d.id ORDER BY a.id DESC LIMIT 1) AS last ON true`,
    )
    .select('d.*', 'last.*');
}

export async function listDeliveries(
  context: Context,
  id: number,
  { state, ...query }: DeliveryQuery,
): Promise<Page<Delivery>> {
  await findWebhook(context, id);
  const list = deliveriesOf(context, id);
  if (state) list.where('d.state', state);
  return fetchPage(list, sorting, query);
}

/** With what was sent, and each attempt. */
export async function getDelivery(
  context: Context,
  id: number,
  deliveryId: number,
): Promise<Delivery & { log: Attempt[] }> {
  await findWebhook(context, id);
  const found = await deliveriesOf(context, id).where('d.id', deliveryId).first();
  if (!found) throw new ERR_NOT_FOUND('delivery', deliveryId);
  const log = await context
    .db('webhook_attempts')
    .where({ delivery_id: deliveryId })
    .orderBy('id')
    .select('attempted_at', 'status', 'error', 'duration_ms');
  return Object.assign(found, { log });
}

/** Sends it once more, under the same `webhook-id`. */
export async function replayDelivery(
  context: Context,
  id: number,
  deliveryId: number,
): Promise<number> {
  return inTransaction(context, async (context) => {
    await requireEnabled(context, id);
    const { db } = context;
    const { rowCount } = await db.raw(
      `INSERT INTO webhook_deliveries (webhook_id, position, event_id, event_type, entity_type, entity_id, seq,
         is_replay, created_at, next_attempt_at)
       SELECT webhook_id, position, event_id, event_type, entity_type, entity_id, seq, true, now(), now()
       FROM webhook_deliveries WHERE id = ? AND webhook_id = ? AND position IS NOT NULL`,
      [deliveryId, id],
    );
    if (rowCount === 0) throw new ERR_NOT_FOUND('delivery', deliveryId);
    await revive(context, id);
    return rowCount;
  });
}

/** Sends what happened from one instant until before another, delivered or not. */
export async function replaySpan(context: Context, id: number, span: ReplaySpan): Promise<number> {
  const { time_zone } = context.actor;
  const from = parseInstant(span.from, time_zone, '/from');
  const to = parseInstant(span.to, time_zone, '/to');
  if (from >= to) throw atField(new ERR_WEBHOOK_SPAN(span.from, span.to), '/to');
  return inTransaction(context, async (context) => {
    await requireEnabled(context, id);
    const queued = await queueSpan(context.db, id, { from, to });
    await revive(context, id);
    return queued;
  });
}

/** Sends a test at once, and says how it went. It is tried once, and needs no webhook that is on. */
export async function testWebhook(
  context: Context,
  { keys, sender }: { keys: KeyRing; sender: Sender },
  id: number,
): Promise<Delivery & { log: Attempt[] }> {
  const { db, clock, actor } = context;
  const { url, previous_secret_until } = await findWebhook(context, id);
  const overlaps = previous_secret_until !== null && previous_secret_until > new Date();
  const secrets = await readSigningSecrets(db, keys, { id, overlaps });
  const event = {
    id: randomUUID(),
    type: TEST_EVENT,
    v: 1,
    timestamp: clock.now().toISOString(),
    seq: 1,
    entity: { type: 'webhook', id },
    actor: { user_id: actor.user_id, via: actor.via },
    origin: null,
    data: { id },
    previous: null,
  };
  const body = JSON.stringify(event);
  const sent = await sender.send({ id: event.id, url, body, secrets });
  const deliveryId = await inTransaction(context, async ({ db }) => {
    const [row] = await db('webhook_deliveries')
      .insert({
        webhook_id: id,
        event_id: event.id,
        event_type: event.type,
        entity_type: event.entity.type,
        entity_id: id,
        seq: event.seq,
        state: sent.isDelivered ? 'delivered' : 'failed',
        attempts: 1,
        created_at: db.fn.now(),
        first_attempt_at: db.fn.now(),
        request: JSON.stringify(sent.request),
        body,
      })
      .returning('id');
    await db('webhook_attempts').insert({
      delivery_id: row.id,
      attempted_at: db.fn.now(),
      status: sent.status,
      error: sent.error,
      duration_ms: sent.duration_ms,
    });
    return Number(row.id);
  });
  return getDelivery(context, id, deliveryId);
}

async function requireEnabled(context: Context, id: number): Promise<void> {
  const { enabled, name } = await findWebhook(context, id);
  if (!enabled) throw new ERR_WEBHOOK_DISABLED(name);
}

/** Whoever asks for it wants it now. */
async function revive({ db }: Context, id: number): Promise<void> {
  await db('webhooks').where({ id }).update({ paused_until: null });
  await addSendJob(db, id);
}
