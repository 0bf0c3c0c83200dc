/** The `tags` table. Its columns are the fields of the resource. */
import { Model } from 'objection';
import type { Tag as Row } from './schema.ts';

export interface Tag extends Row {}

export class Tag extends Model {
  static override tableName = 'tags';
}
