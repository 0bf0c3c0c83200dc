/** The `two_factors` table: one row for whoever has a second factor, or was shown one. Its secret is elsewhere. */
import { Model } from 'objection';

export class TwoFactor extends Model {
  static override tableName = 'two_factors';
  static override idColumn = 'user_id';
  declare user_id: number;
  declare created_at: Date;
  /** Null until a code of it came back. */
  declare confirmed_at: Date | null;
  declare last_step: number;
  declare failures: number;
  declare locked_until: Date | null;
}
