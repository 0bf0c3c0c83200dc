/** One day of a person's, as they count days: what they worked on, and for how long. */
import type { Context } from './settings.ts';

interface Timer {
  timer: { project_id: number | null; description: string; paused_at: string | null } | null;
  elapsed_seconds: number | null;
}

interface Summary {
  total: { duration_seconds: number; entry_count: number };
  groups: { key: { name?: string | null }; duration_seconds: number }[];
}

export interface Day {
  seconds: number;
  /** Entries that began or ended on it. */
  count: number;
  lines: { name: string | null; seconds: number }[];
}

/** @param date in the person's own zone: `2025-01-27` */
export async function readDay(ctx: Context, user_id: number, date: string): Promise<Day> {
  const { total, groups } = await ctx.data.as(user_id).get<Summary>('/reports/summary', {
    from: date,
    to: date,
    user_id,
    group_by: 'project',
  });
  return {
    seconds: total.duration_seconds,
    count: total.entry_count,
    lines: groups.map(({ key, duration_seconds }) => ({
      name: key.name ?? null,
      seconds: duration_seconds,
    })),
  };
}

export function readTimer(ctx: Context, user_id: number): Promise<Timer> {
  return ctx.data.as(user_id).get<Timer>('/timer');
}

export function dayOf(instant: Date, time_zone: string): string {
  // Of all languages, this one writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('en-CA', { timeZone: time_zone, dateStyle: 'short' }).format(
    instant,
  );
}
