/** The `api_tokens` table: the fields of the resource, whose it is, and the hash of its secret. */
import { Model } from 'objection';
import type { Token as Row } from './schema.ts';

export interface Token extends Row {
  user_id: number;
  token_hash: Buffer;
}

export class Token extends Model {
  static override tableName = 'api_tokens';
}
