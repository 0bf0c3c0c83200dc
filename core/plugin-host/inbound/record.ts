/** Keeps a delivery once, with the job that handles it, in one statement: what is acknowledged is never lost. */
import { createHash } from 'node:crypto';
import type { InboundRequest, Verifier, WebhookDefinition } from '@stint/plugin';
import type { Knex } from 'knex';
import { addJob, bindJob, callAddJob } from '../context/job-queue.ts';
import type { HostDeps } from '../host-deps.ts';
import type { Answer } from './answer.ts';

export interface Arrived {
  plugin: string;
  receiver_id: string;
  delivery_id: string;
  /** As JSON. */
  headers: string;
  /** As JSON. */
  body: string;
}

export interface Kept {
  id: number;
  isNew: boolean;
  /** What the first of equal deliveries was answered. */
  answer: Answer | null;
}

const IDENTIFIER = 'plugin_inbound';

export async function keepDelivery(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  arrived: Arrived,
): Promise<Kept> {
  const { plugin, receiver_id, delivery_id } = arrived;
  const { rows } = await db.raw(
    `WITH kept AS (
       INSERT INTO inbound_deliveries (receiver_id, delivery_id, headers, body, received_at)
       VALUES (:receiver_id, :delivery_id, :headers, :body, :received_at)
       ON CONFLICT (receiver_id, delivery_id) DO NOTHING RETURNING id)
     SELECT id, (${callAddJob(
       `json_build_object('plugin', :plugin::text, 'delivery', id)`,
       `:plugin || ':inbound:' || id`,
     )}).id AS job FROM kept`,
    { ...arrived, received_at: clock.now(), ...bindJob({ identifier: IDENTIFIER, plugin }) },
  );
  const [made] = rows;
  if (made) return { id: made.id, isNew: true, answer: null };
  const { id, answer } = await db('inbound_deliveries')
    .where({ receiver_id, delivery_id })
    .first('id', 'answer');
  return { id, isNew: false, answer };
}

export async function addDeliveryJob(
  db: Knex,
  plugin: string,
  delivery: number,
  delaySeconds?: number,
): Promise<void> {
  await addJob(db, {
    identifier: IDENTIFIER,
    plugin,
    payload: { plugin, delivery },
    key: `inbound:${delivery}`,
    delaySeconds,
  });
}

/** Under which id a repetition is known: the plugin's choice, the service's own, or what it says. */
export function deliveryIdOf(
  definition: WebhookDefinition,
  request: InboundRequest,
  body: Record<string, unknown>,
): string {
  const id = definition.deliveryId?.(request) ?? usualId(definition.verifier, request, body);
  if (typeof id === 'string' && /^[\x21-\x7e]{1,200}$/.test(id)) return id;
  return createHash('sha256')
    .update(typeof id === 'string' ? id : '')
    .update(String(request.headers['x-slack-request-timestamp'] ?? ''))
    .update(request.rawBody)
    .digest('hex');
}

function usualId(
  verifier: Verifier,
  { headers }: InboundRequest,
  body: Record<string, unknown>,
): unknown {
  if (verifier.kind === 'github') return headers['x-github-delivery'];
  if (verifier.kind === 'standard') return headers['webhook-id'];
  if (verifier.kind === 'hmac') return headers[verifier.deliveryHeader?.toLowerCase() ?? ''];
  if (verifier.kind === 'slack') return body.event_id ?? body.trigger_id;
  return undefined;
}
