/** Durations as they are typed into the grid, and what they mean for an entry that has breaks. Plain data. */
import { parseDuration } from '../../data/durations.ts';
import type { TimeEntry } from '../../data/wire.ts';

const HOUR = 3600;
export const MOST_SECONDS = 24 * HOUR;

/**
 * As anywhere, but for a number alone: in a table of days `8` means hours. From 25 on, which no day has,
 * it means minutes again. Nothing at all is zero.
 */
export function parseCell(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '') return 0;
  if (/^\d+$/.test(typed) && Number(typed) <= 24) return Number(typed) * HOUR;
  return parseDuration(typed);
}

/** How long the entry's span has to be for so much work: what lies before its end of its breaks is added. */
export function spanFor({ start_time, breaks }: TimeEntry, seconds: number): number {
  const start = Date.parse(start_time);
  let end = start + seconds * 1000;
  const inOrder = breaks.toSorted((a, b) => Date.parse(a.start_time) - Date.parse(b.start_time));
  for (const pause of inOrder) {
    const [from, to] = [Date.parse(pause.start_time), Date.parse(pause.end_time)];
    if (from < end) end += to - from;
  }
  return (end - start) / 1000;
}
