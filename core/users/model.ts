/** The `users` table: the fields of the resource and the password's hash. */
import { Model } from 'objection';
import type { User as Row } from './schema.ts';

export interface User extends Row {
  password_hash: string | null;
}

export class User extends Model {
  static override tableName = 'users';
}
