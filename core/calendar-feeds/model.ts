/** The `calendar_feeds` table: the fields of the resource, whose it is, and the hash of its secret. */
import { Model } from 'objection';
import type { CalendarFeed as Row } from './schema.ts';

export interface CalendarFeed extends Row {
  user_id: number;
  token_hash: Buffer;
}

export class CalendarFeed extends Model {
  static override tableName = 'calendar_feeds';
}
