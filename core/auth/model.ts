/** The `sessions` table: browsers that are signed in, and the hashes of their secrets. */
import { Model } from 'objection';

export class Session extends Model {
  static override tableName = 'sessions';
  declare id: number;
  declare user_id: number;
  declare ip: string | null;
  declare user_agent: string | null;
  declare created_at: Date;
  declare last_used_at: Date;
  declare idle_expires_at: Date;
  declare expires_at: Date;
}
