/** The `audit_log` table. Rows are written by `infra/record-change.ts` and `record-audit.ts` only. */
import { Model } from 'objection';
import type { AuditEntry as Row } from './schema.ts';

export interface AuditEntry extends Row {}

export class AuditEntry extends Model {
  static override tableName = 'audit_log';
}
