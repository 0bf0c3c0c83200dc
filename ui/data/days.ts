/**
 * Days and wall-clock times in the person's own zone. Instants of the API come in that zone, with its
 * offset, and so do those that are made here: their first ten characters are the person's day.
 */
import { addDays, weekdayOf } from './calendar-days.ts';
import { serverNow } from './clock.ts';
import { user } from './session.ts';

export { addDays, dayOf, daysBetween, weekdayOf } from './calendar-days.ts';

const DAY_MS = 86_400_000;

let format: Intl.DateTimeFormat | undefined;
let formatZone: string | undefined;

/** @returns `2025-01-27T09:00:00`, the wall-clock time of `ms` since 1970 */
export function wallTime(ms: number): string {
  const zone = user.value?.time_zone;
  if (!format || formatZone !== zone) {
    // The Swedish order of a date is the one of ISO 8601.
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formatZone = zone;
  }
  return format.format(ms).replace(' ', 'T');
}

/** @returns `2025-01-27T09:00:00+01:00`, as the API writes the instant `ms` since 1970 */
export function instantOf(ms: number): string {
  const wall = wallTime(ms);
  const minutes = Math.round((Date.parse(`${wall}Z`) - ms) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${wall}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The instant at which the person's clocks show `wall`, in milliseconds since 1970. As the API reads it:
 * of an hour that a change of the clocks repeats the first, and forward where it leaves one out.
 */
export function instantAt(wall: string): number {
  const asUtc = Date.parse(`${wall.slice(0, 19)}Z`);
  const offsetAt = (ms: number) => Date.parse(`${wallTime(ms)}Z`) - ms;
  const candidates = [asUtc - DAY_MS, asUtc + DAY_MS].map((near) => asUtc - offsetAt(near));
  const real = candidates.filter((ms) => ms + offsetAt(ms) === asUtc);
  return real.length > 0 ? Math.min(...real) : (candidates[0] as number);
}

/** Today, where the person is. */
export function today(): string {
  return wallTime(serverNow()).slice(0, 10);
}

/** The first day of the week of `day`. @param first ISO day on which weeks start, the person's own if absent */
export function weekStart(day: string, first = user.value?.week_start ?? 1): string {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}
