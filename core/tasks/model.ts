/** The `tasks` table. Its columns are the fields of the resource. */
import { Model } from 'objection';
import type { Task as Row } from './schema.ts';

export interface Task extends Row {}

export class Task extends Model {
  static override tableName = 'tasks';
}
