/** The `period_locks` table. Its columns are the fields of the resource. */
import { Model } from 'objection';
import type { PeriodLock as Row } from './schema.ts';

export interface PeriodLock extends Row {}

export class PeriodLock extends Model {
  static override tableName = 'period_locks';
}
