/** Days of the calendar as text, `YYYY-MM-DD`. They have no zone; see `days.ts` for those of the person. */

const DAY_MS = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

export function addDays(day: string, days: number): string {
  return new Date(noon(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** @example daysBetween('2025-01-31', '2025-02-01') // 1 */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / DAY_MS);
}

/** ISO day of the week: 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(noon(day)).getUTCDay() || 7;
}

/** The day on which an instant of the API lies, in the zone in which the API writes it. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
