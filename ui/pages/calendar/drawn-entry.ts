/**
 * Entries as the calendar draws them, and what dragging them means. It draws by the wall clock, as if
 * there were no zones; real instants and real durations are kept beside it. Plain data.
 */
import type { EntryPatch, TimeEntry } from '../../data/wire.ts';

export interface Drawn {
  id: string;
  start: string;
  end: string;
}

/** What an edge of a drawn entry was pulled to, by the wall clock. */
export interface Edges {
  start: string;
  end: string;
}

const MINUTE_MS = 60_000;
const wallOf = (instant: string) => `${instant.slice(0, 19)}Z`;

/** @param now the instant up to which the drawing of what runs goes, as the API writes it */
export function drawEntry({ id, start_time, end_time, paused_at }: TimeEntry, now: string): Drawn {
  const until = end_time ?? paused_at ?? now;
  const start = wallOf(start_time);
  const duration = Math.max(Date.parse(until) - Date.parse(start_time), MINUTE_MS);
  // In the hour that is repeated in autumn an entry may seem to end before it starts.
  const isForward = Date.parse(wallOf(until)) - Date.parse(start) >= MINUTE_MS;
  const end = isForward ? wallOf(until) : new Date(Date.parse(start) + duration).toISOString();
  return { id: String(id), start, end };
}

/** Moves an entry as a whole: its duration and its breaks stay. @param start in milliseconds since 1970 */
export function moveEntry({ start_time, end_time, breaks }: TimeEntry, start: number): EntryPatch {
  const shift = start - Date.parse(start_time);
  const moved = (instant: string) => new Date(Date.parse(instant) + shift).toISOString();
  return {
    start_time: moved(start_time),
    end_time: moved(end_time as string),
    ...(breaks.length > 0 && {
      breaks: breaks.map((pause) => ({
        start_time: moved(pause.start_time),
        end_time: moved(pause.end_time),
      })),
    }),
  };
}

/** Takes what was pulled, and leaves the other edge the instant that it is. */
export function resizeEntry(
  drawn: Edges,
  pulled: Edges,
  instantAt: (wall: string) => number,
): EntryPatch {
  const at = (wall: string) => new Date(instantAt(wall)).toISOString();
  return {
    ...(Date.parse(pulled.start) !== Date.parse(drawn.start) && { start_time: at(pulled.start) }),
    ...(Date.parse(pulled.end) !== Date.parse(drawn.end) && { end_time: at(pulled.end) }),
  };
}

/** What brings an entry back to where it was. */
export function timesOf({ start_time, end_time, breaks }: TimeEntry): EntryPatch {
  return { start_time, end_time: end_time as string, breaks };
}

/** Where its breaks lie in the part of it that is drawn, as shares of that part from 0 to 1. */
export function breakShares({ breaks }: TimeEntry, from: string, to: string) {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const share = (instant: string) =>
    Math.min(1, Math.max(0, (Date.parse(wallOf(instant)) - first) / (last - first)));
  return breaks
    .map(({ start_time, end_time }) => ({ from: share(start_time), to: share(end_time) }))
    .filter((one) => one.to > one.from);
}
