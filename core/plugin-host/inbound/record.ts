/** Keeps a delivery once, with the job that handles it, in one transaction: what is acknowledged is never lost. */
import { createHash } from 'node:crypto';
import type { InboundRequest, Verifier, WebhookDefinition } from '@stint/plugin';
import type { Knex } from 'knex';
import { addJob } from '../context/job-queue.ts';
import type { HostDeps } from '../host-deps.ts';
import type { Answer } from './answer.ts';
import { toJsonText } from './parse-body.ts';

export interface Arrived {
  plugin: string;
  receiver_id: string;
  delivery_id: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

export interface Kept {
  id: number;
  isNew: boolean;
  /** What the first of equal deliveries was answered. */
  answer: Answer | null;
}

export async function keepDelivery(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  { plugin, ...arrived }: Arrived,
): Promise<Kept> {
  const { receiver_id, delivery_id } = arrived;
  const headers = toJsonText(arrived.headers);
  const body = toJsonText(arrived.body);
  return db.transaction(async (trx) => {
    const [row] = await trx('inbound_deliveries')
      .insert({ receiver_id, delivery_id, headers, body, received_at: clock.now() })
      .onConflict(['receiver_id', 'delivery_id'])
      .ignore()
      .returning('id');
    if (row) {
      await addDeliveryJob(trx, plugin, row.id);
      return { id: row.id, isNew: true, answer: null };
    }
    const { id, answer } = await trx('inbound_deliveries')
      .where({ receiver_id, delivery_id })
      .first('id', 'answer');
    return { id, isNew: false, answer };
  });
}

export async function addDeliveryJob(
  db: Knex,
  plugin: string,
  delivery: number,
  delaySeconds?: number,
): Promise<void> {
  await addJob(db, {
    identifier: 'plugin_inbound',
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
