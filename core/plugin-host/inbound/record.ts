/** Keeps a delivery once, and notes in the same statement that it waits: what is acknowledged is never lost. */
import { createHash } from 'node:crypto';
import type { InboundRequest, Verifier, WebhookDefinition } from '@stint/plugin';
import { runPrepared, type Statement } from '../../infra/prepared.ts';
import type { HostDeps } from '../host-deps.ts';
import type { Answer } from './answer.ts';

export interface Arrived {
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

const keep: Statement = {
  name: 'keep_delivery',
  text: `WITH kept AS (
      INSERT INTO inbound_deliveries (receiver_id, delivery_id, headers, body, received_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (receiver_id, delivery_id) DO NOTHING RETURNING id)
    INSERT INTO inbound_outbox SELECT id FROM kept RETURNING delivery`,
};

export async function keepDelivery(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  { receiver_id, delivery_id, headers, body }: Arrived,
): Promise<Kept> {
  const values = [receiver_id, delivery_id, headers, body, clock.now()];
  const [made] = await runPrepared<{ delivery: number }>(db, keep, values);
  if (made) return { id: made.delivery, isNew: true, answer: null };
  const { id, answer } = await db('inbound_deliveries')
    .where({ receiver_id, delivery_id })
    .first('id', 'answer');
  return { id, isNew: false, answer };
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
