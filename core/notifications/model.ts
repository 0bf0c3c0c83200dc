/** The `notifications` table. Its columns are the fields of the resource. */
import { Model } from 'objection';
import type { Notification as Row } from './schema.ts';

export interface Notification extends Row {}

export class Notification extends Model {
  static override tableName = 'notifications';
}
