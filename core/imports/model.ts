/** The `imports` table: one row for each import that saved something. */
import { Model } from 'objection';
import type { Import as Row } from './schema.ts';

export interface Import extends Row {}

export class Import extends Model {
  static override tableName = 'imports';
  static override jsonAttributes = ['counts'];
}
