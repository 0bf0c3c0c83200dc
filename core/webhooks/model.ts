/** The tables `webhooks` and `webhook_deliveries`. Their columns are the fields of the resources. */
import { Model } from 'objection';
import type { Delivery as DeliveryRow, Webhook as Row } from './schema.ts';

export interface Webhook extends Row {}

export class Webhook extends Model {
  static override tableName = 'webhooks';
}

export interface Delivery extends DeliveryRow {
  /** Of the event; null for a test. */
  position: number | null;
  request: { url: string; headers: Record<string, string> } | null;
  body: string | null;
}

export class Delivery extends Model {
  static override tableName = 'webhook_deliveries';
}
