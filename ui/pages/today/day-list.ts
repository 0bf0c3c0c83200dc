/** Turns entries into days as they are shown: newest first, with what lies between them. Plain data. */
import { dayOf } from '../../data/days.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { TimeEntry } from '../../data/wire.ts';

/** Time between two entries, or time that both claim. */
export interface Between {
  kind: 'gap' | 'overlap';
  seconds: number;
  /** From the end of the earlier to the start of the later. */
  start_time: string;
  end_time: string;
}

export interface Line {
  entry: TimeEntry;
  /** What lies between this entry and the one before it in time, on the same day. */
  before?: Between;
}

export interface Day {
  day: string;
  lines: Line[];
  /** Work of the entries that ended. What runs is counted where it ticks. */
  seconds: number;
}

// A few minutes to get from one thing to the next are no gap.
const LEAST_GAP_SECONDS = 600;

export function listDays(entries: TimeEntry[]): Day[] {
  const days = new Map<string, TimeEntry[]>();
  const newest = entries.toSorted((a, b) => Date.parse(b.start_time) - Date.parse(a.start_time));
  for (const entry of newest) {
    const day = dayOf(entry.start_time);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return Array.from(days, ([day, list]) => ({
    day,
    lines: list.map((entry, index) => ({ entry, before: between(list.slice(index + 1), entry) })),
    seconds: list.reduce((sum, entry) => sum + (entry.end_time ? workedSeconds(entry) : 0), 0),
  }));
}

/** @param earlier of the same day, newest first */
function between(earlier: TimeEntry[], entry: TimeEntry): Between | undefined {
  // The one that ended last, which need not be the one that started last.
  const last = earlier.reduce<TimeEntry | undefined>((latest, one) => {
    return !latest || endOf(one) > endOf(latest) ? one : latest;
  }, undefined);
  if (!last) return undefined;
  const seconds = (Date.parse(entry.start_time) - endOf(last)) / 1000;
  const ends = { start_time: last.end_time ?? entry.start_time, end_time: entry.start_time };
  if (seconds >= LEAST_GAP_SECONDS) return { kind: 'gap', seconds, ...ends };
  if (seconds > -1) return undefined;
  const shared = (Math.min(endOf(last), endOf(entry)) - Date.parse(entry.start_time)) / 1000;
  return { kind: 'overlap', seconds: shared, ...ends };
}

function endOf({ end_time }: TimeEntry): number {
  return end_time ? Date.parse(end_time) : Number.POSITIVE_INFINITY;
}
