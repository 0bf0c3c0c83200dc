/**
 * The deliveries of one webhook that are due, one after the other: of one entity in the order in which
 * it changed, and nothing that the owner may not see when it is sent. The clock of the queue is the
 * database's.
 */
import type { Knex } from 'knex';
import { readEvent } from '../events/service.ts';
import type { Clock } from '../infra/clock.ts';
import type { Role } from '../infra/context.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { tellDisabled } from './notice.ts';
import { pauseAfter, waitAfter } from './schedule.ts';
import { readSigningSecrets } from './secrets.ts';
import type { Sender, Sent } from './sender.ts';

export interface SendDeps {
  db: Knex;
  clock: Clock;
  keys: KeyRing;
  sender: Sender;
}

interface Receiver {
  id: number;
  user_id: number;
  name: string;
  url: string;
  role: Role;
  locale: string;
  overlaps: boolean;
  /** Until it may be called again; 0 or less: now. */
  pause: number;
}

interface Due {
  id: string;
  position: string;
  event_id: string;
  attempts: number;
}

const BATCH = 20;
// A job that has worked this long lets others go before it.
const LONGEST_MS = 30_000;

/** @returns seconds until there is something to do again, or nothing where nothing waits */
export async function sendDue(deps: SendDeps, webhookId: number): Promise<number | undefined> {
  const endsAt = performance.now() + LONGEST_MS;
  for (;;) {
    const receiver = await findReceiver(deps.db, webhookId);
    if (!receiver) return undefined;
    if (receiver.pause > 0) return receiver.pause;
    const due = await listDue(deps.db, webhookId);
    if (due.length === 0) return findWait(deps.db, webhookId);
    for (const delivery of due) {
      if (performance.now() > endsAt) return 0;
      const isFine = await deliver(deps, receiver, delivery);
      // It may be paused now, or switched off.
      if (!isFine) break;
    }
  }
}

async function findReceiver(db: Knex, id: number): Promise<Receiver | undefined> {
  const { rows } = await db.raw(
    `SELECT w.id, w.user_id, w.name, w.url, u.role, u.locale,
       coalesce(w.previous_secret_until > now(), false) AS overlaps,
       coalesce(extract(epoch FROM w.paused_until - now()), 0)::float AS pause
     FROM webhooks w JOIN users u ON u.id = w.user_id
     WHERE w.id = ? AND w.enabled AND u.active`,
    [id],
  );
  return rows[0];
}

/** Of each entity the earliest that waits, and only where that one is due. */
export async function listDue(db: Knex, webhookId: number): Promise<Due[]> {
  const { rows } = await db.raw(
    `SELECT d.id, d.position, d.event_id, d.attempts FROM webhook_deliveries d
     WHERE d.webhook_id = :webhookId AND d.state = 'waiting' AND d.next_attempt_at <= now()
       AND NOT EXISTS (
         SELECT FROM webhook_deliveries o
         WHERE o.webhook_id = d.webhook_id AND o.state = 'waiting'
           AND o.entity_type = d.entity_type AND o.entity_id = d.entity_id
           AND (o.position, o.id) < (d.position, d.id))
     ORDER BY d.next_attempt_at, d.position, d.id LIMIT ${BATCH}`,
    { webhookId },
  );
  return rows;
}

async function findWait(db: Knex, webhookId: number): Promise<number | undefined> {
  const { rows } = await db.raw(
    `SELECT extract(epoch FROM min(next_attempt_at) - now())::float AS wait FROM webhook_deliveries
     WHERE webhook_id = ? AND state = 'waiting' AND next_attempt_at > now()`,
    [webhookId],
  );
  return rows[0].wait === null ? undefined : Math.max(rows[0].wait, 0);
}

/** False where it did not arrive. */
async function deliver(deps: SendDeps, receiver: Receiver, due: Due): Promise<boolean> {
  const { db, keys, sender } = deps;
  const event = await readEvent(db, receiver, Number(due.position));
  if (!event) {
    // Not even a line in the log: it would tell of what the owner may not see.
    await db('webhook_deliveries').where({ id: due.id }).delete();
    return true;
  }
  const body = JSON.stringify(event);
  const secrets = await readSigningSecrets(db, keys, receiver);
  const sent = await sender.send({ id: due.event_id, url: receiver.url, body, secrets });
  await db.transaction((trx) => settle({ ...deps, db: trx }, { receiver, due, sent, body }));
  return sent.isDelivered;
}

interface Settlement {
  receiver: Receiver;
  due: Due;
  sent: Sent;
  body: string;
}

async function settle(deps: SendDeps, { receiver, due, sent, body }: Settlement): Promise<void> {
  const { db } = deps;
  const attempts = due.attempts + 1;
  const wait = sent.isDelivered ? undefined : waitAfter(attempts, sent.retryAfterSeconds);
  const state = sent.isDelivered ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
  const { rows } = await db.raw(
    `WITH tried AS (
       UPDATE webhook_deliveries SET state = :state, attempts = :attempts,
         first_attempt_at = coalesce(first_attempt_at, now()),
         next_attempt_at = now() + make_interval(secs => :wait::float),
         request = :request, body = :body
       WHERE id = :id RETURNING id, first_attempt_at),
     logged AS (
       INSERT INTO webhook_attempts (delivery_id, attempted_at, status, error, duration_ms)
       SELECT id, now(), :status, :error, :duration FROM tried)
     UPDATE webhooks SET
       failures = CASE WHEN :delivered THEN 0 ELSE failures + 1 END,
       last_success_at = CASE WHEN :delivered THEN now() ELSE last_success_at END,
       paused_until = CASE WHEN :delivered THEN NULL ELSE paused_until END
     FROM tried WHERE webhooks.id = :webhook
     RETURNING failures, coalesce(last_success_at < first_attempt_at, true) AS is_silent`,
    {
      state,
      attempts,
      wait: wait ?? null,
      request: JSON.stringify(sent.request),
      body,
      id: due.id,
      status: sent.status,
      error: sent.error,
      duration: sent.duration_ms,
      delivered: sent.isDelivered,
      webhook: receiver.id,
    },
  );
  // Deleted meanwhile.
  if (!rows[0] || sent.isDelivered) return;
  if (sent.status === 410) return disable(deps, receiver, 'gone');
  // Three days, and nothing at all arrived: nobody is there.
  if (state === 'failed' && rows[0].is_silent) return disable(deps, receiver, 'failing');
  const pause = pauseAfter(rows[0].failures);
  if (pause !== undefined) {
    await db('webhooks')
      .where({ id: receiver.id })
      .update({ paused_until: db.raw('now() + make_interval(secs => ?)', [pause]) });
  }
}

async function disable(
  { db, clock }: SendDeps,
  receiver: Receiver,
  reason: 'failing' | 'gone',
): Promise<void> {
  const switchedOff = await db('webhooks')
    .where({ id: receiver.id, enabled: true })
    .update({
      enabled: false,
      disabled_reason: reason,
      version: db.raw('version + 1'),
      updated_at: clock.now(),
    });
  if (switchedOff === 0) return;
  await db('webhook_deliveries')
    .where({ webhook_id: receiver.id, state: 'waiting' })
    .update({ state: 'failed', next_attempt_at: null });
  await tellDisabled({ db, clock }, receiver, reason);
}
