/** How long something took, as people write and read it. */

const written = /^(?:(\d{1,3})h)?(?:(\d{1,4})m?)?$/;

/**
 * `1h30m`, `1h30`, `45m`, `45`, `1:30` and `1.5h` in seconds.
 * @throws where it is none of these
 */
export function readDuration(text: string): number {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  const decimal = /^(\d{1,3}[.,]\d{1,2})h?$/.exec(text);
  if (decimal) return Math.round(Number(decimal[1]?.replace(',', '.')) * 3600);
  const [, hours = '0', minutes = '0'] = (text !== '' && written.exec(text)) || [];
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  if (seconds > 0) return seconds;
  throw new Error(`"${text}" is no duration: write 1h30m, 45m, 1:30 or 1.5h.`);
}

/** @example showDuration(5400) // '1:30' */
export function showDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
