/** The header `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */

const oneDaySeconds = 86_400;

/**
 * Seconds to wait, between 0 and a day; undefined if the header is absent or says nothing.
 * @example readRetryAfter('120', new Date()) // 120
 */
export function readRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : secondsUntil(text, now);
  return seconds === undefined ? undefined : Math.min(Math.max(seconds, 0), oneDaySeconds);
}

// Date.parse takes much for a date that is none; the header's forms all start with the weekday.
function secondsUntil(text: string, now: Date): number | undefined {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return;
  // The oldest of the three forms names no zone, and means UTC as the others do.
  const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(at) ? undefined : Math.ceil((at - now.getTime()) / 1000);
}
