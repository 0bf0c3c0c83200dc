/** The `time_entries` table, and how one of its rows is read for an answer. */
import { Model } from 'objection';
import type { Settings } from '../settings/schema.ts';
import type { TimeEntry as Row } from './schema.ts';

export interface TimeEntry extends Row {
  exclusive: boolean;
  last_activity_at: Date | null;
}

export class TimeEntry extends Model {
  static override tableName = 'time_entries';
}

/** The columns of an answer, for `time_entries e JOIN users u`; `mode` and `minutes` are bindings of the instance's rounding. */
export function entryColumns(mode: string, minutes: string): string {
  return `e.id, e.user_id, e.project_id, e.task_id, e.description, e.start_time, e.end_time, e.paused_at,
    e.breaks, e.duration_seconds, e.tag_ids, e.billable, e.hourly_rate, e.currency, e.source, e.exclusive,
    e.last_activity_at, e.idle_asked_at, e.version, e.created_at, e.updated_at, e.deleted_at,
    rounded_seconds(e.duration_seconds, coalesce(u.rounding_mode, ${mode}),
      coalesce(u.rounding_minutes, ${minutes})) AS rounded_seconds`;
}

/** The values of those bindings. */
export function roundingBindings(settings: Settings): [string, number] {
  return [settings.rounding_mode, settings.rounding_minutes];
}
