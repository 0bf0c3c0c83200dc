/** A time entry as a line of the detailed report: clipped to the period, with names. Read only. */
import { Model } from 'objection';
import type { ReportEntry as Row } from './schema.ts';

export interface ReportEntry extends Row {}

export class ReportEntry extends Model {
  static override tableName = 'time_entries';
}
