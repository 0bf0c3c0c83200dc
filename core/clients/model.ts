/** The `clients` table. Its columns are the fields of the resource. */
import { Model } from 'objection';
import type { Client as Row } from './schema.ts';

export interface Client extends Row {}

export class Client extends Model {
  static override tableName = 'clients';
}
