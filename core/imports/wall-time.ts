/** Dates, times of day and durations as people's files write them. It knows no zone but an offset. */

/** Order of day, month and year in dates that are only numbers. */
export type DateOrder = 'YMD' | 'MDY' | 'DMY';

/** Midnight of a calendar day as milliseconds, as if it were UTC. */
export type Midnight = number;

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const instant = /^(\S+?)(?:[T ]\s*(\d[\d:.,]*(?: ?[AaPp][Mm])?))? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
// What Stint takes for a slip of the pen.
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** @example parseDate('03/04/2024', 'DMY') // midnight of 2024-04-03 */
export function parseDate(text: string, order: DateOrder): Midnight | undefined {
  const first = yearFirst.exec(text);
  if (first) {
    const [, year, , month, day] = first;
    return order === 'YMD' ? midnightOf(year, month, day) : undefined;
  }
  const last = yearLast.exec(text);
  if (!last) return undefined;
  const [, one, , two, year] = last;
  if (order === 'MDY') return midnightOf(year, one, two);
  if (order === 'DMY') return midnightOf(year, two, one);
  return undefined;
}

/** Which orders a date allows by its looks: all of them for a text that is no date. */
export function possibleOrders(text: string): DateOrder[] {
  if (yearFirst.test(text)) return ['YMD'];
  const parts = yearLast.exec(text);
  if (!parts) return ['YMD', 'MDY', 'DMY'];
  // Nobody writes the month first and separates by dots.
  if (parts[2] === '.') return ['DMY'];
  if (Number(parts[1]) > 12) return ['DMY'];
  if (Number(parts[3]) > 12) return ['MDY'];
  return ['MDY', 'DMY'];
}

/**
 * Seconds since midnight.
 * @example parseTime('1:05 PM') // 47100
 */
export function parseTime(text: string): number | undefined {
  const parts = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?$/.exec(text);
  if (!parts) return undefined;
  const half = parts[4]?.toLowerCase();
  let hour = Number(parts[1]);
  const minute = Number(parts[2]);
  const second = Number(parts[3] ?? 0);
  if (half && (hour < 1 || hour > 12)) return undefined;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (hour * 60 + minute) * 60 + second;
}

/**
 * The parts of a point in time: date, time of day, and seconds east of UTC if it says so.
 * @example splitInstant('2024-03-04 9:00 AM') // { date: '2024-03-04', time: '9:00 AM', offset: undefined }
 */
export function splitInstant(text: string): { date: string; time: string; offset?: number } {
  const [, date = '', time = '', offset] = instant.exec(text) ?? [];
  return { date, time, offset: offset === undefined ? undefined : offsetSeconds(offset) };
}

/**
 * Seconds of `H:MM:SS` or `H:MM`, with any number of hours.
 * @example parseDuration('30:15:00') // 108900
 */
export function parseDuration(text: string): number | undefined {
  const parts = /^(\d{1,5}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!parts) return undefined;
  return (Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3] ?? 0);
}

/**
 * Seconds of a number of hours, to the nearest.
 * @example parseHours('0,25') // 900
 */
export function parseHours(text: string): number | undefined {
  const parts = /^(\d{1,5})(?:[.,](\d{1,8}))?$/.exec(text);
  if (!parts) return undefined;
  return Math.round(Number(`${parts[1]}.${parts[2] ?? '0'}`) * 3600);
}

function midnightOf(year?: string, month?: string, day?: string): Midnight | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < FIRST_YEAR || y > LAST_YEAR) return undefined;
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.getTime() : undefined;
}

function offsetSeconds(offset: string): number {
  if (/z/i.test(offset)) return 0;
  const digits = offset.replace(/\D/g, '').padEnd(4, '0');
  const seconds = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60;
  return offset.startsWith('-') ? -seconds : seconds;
}
