/** Durations and times of day as people type them. */

const HOUR = 3600;
const MINUTE = 60;
const units: [pattern: RegExp, seconds: number][] = [
  [/^(h|hrs?|hours?|std|stunden?)$/, HOUR],
  [/^(m|mins?|minutes?|minuten?)$/, MINUTE],
  [/^(s|secs?|seconds?|sek|sekunden?)$/, 1],
];

/**
 * `1:30`, `1:30:15`, `1h30`, `1h 30m`, `1.5h`, `1,5` (hours), `90` and `90 min` (minutes), `45s`.
 * @returns seconds, or nothing when it cannot be read
 */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(',', '.');
  const clock = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/.exec(typed);
  if (clock) {
    const [hours, minutes, seconds] = clock.slice(1).map((part) => Number(part ?? 0));
    return (hours as number) * HOUR + (minutes as number) * MINUTE + (seconds as number);
  }
  if (/^\d+$/.test(typed)) return Number(typed) * MINUTE;
  if (/^\d*\.\d+$/.test(typed)) return Math.round(Number(typed) * HOUR);
  return parseUnits(typed);
}

/** Numbers with units, from large to small; the last may go without: `1h30`. */
function parseUnits(typed: string): number | undefined {
  const parts = [...typed.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)\s*/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== typed) return undefined;
  let seconds = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, number, unit] of parts) {
    const size =
      unit === '' ? last / 60 : units.find(([pattern]) => pattern.test(unit as string))?.[1];
    if (size === undefined || !(size < last) || size < 1 || !Number.isFinite(size))
      return undefined;
    seconds += Number(number) * size;
    last = size;
  }
  return Math.round(seconds);
}

/**
 * `9`, `9:30`, `930`, `9.30`, `2pm`, `12:05 PM`.
 * @returns `09:30`, or nothing when it is no time of day
 */
export function parseTimeOfDay(text: string): string | undefined {
  const typed = /^(\d{1,2})(?:[:.]?(\d\d))?\s*([ap])?\.?(?:m\.?)?$/.exec(text.trim().toLowerCase());
  if (!typed) return undefined;
  const [, hourText, minuteText = '00', half] = typed;
  let hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return undefined;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || Number(minuteText) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minuteText}`;
}
