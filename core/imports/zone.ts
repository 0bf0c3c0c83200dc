/**
 * Wall time in a zone as instants, fast enough for a hundred thousand rows: a day on which the clocks
 * do not change is asked for its offset once. It decides nothing where a time exists twice.
 */
import { Temporal } from 'temporal-polyfill';
import type { Midnight } from './wall-time.ts';

export interface Moment {
  /** Milliseconds. Two of them, the earlier first, where the clocks went back. */
  instants: [number, ...number[]];
  /** The time does not exist, because the clocks went forward; the instant is moved by as much. */
  isGap?: boolean;
}

/** Seconds since midnight of a day, in the zone. */
export type ZoneReader = (midnight: Midnight, seconds: number) => Moment;

/** @example openZone('Europe/Berlin')(Date.UTC(2025, 0, 27), 9 * 3600).instants // [2025-01-27T08:00Z] */
export function openZone(zone: string): ZoneReader {
  const offsets = new Map<Midnight, number | undefined>();
  return (midnight, seconds) => {
    if (!offsets.has(midnight)) offsets.set(midnight, offsetOfDay(midnight, zone));
    const offset = offsets.get(midnight);
    const wall = midnight + seconds * 1000;
    return offset === undefined ? readSlowly(wall, zone) : { instants: [wall - offset] };
  };
}

/** Milliseconds east of UTC, or undefined where that changes during the day. */
function offsetOfDay(midnight: Midnight, zone: string): number | undefined {
  const start = startOfDay(midnight, zone);
  const end = startOfDay(midnight + 86_400_000, zone);
  if (start.offsetNanoseconds !== end.offsetNanoseconds) return undefined;
  const offset = start.offsetNanoseconds / 1e6;
  // Some days begin at 01:00, and Apia had no 2011-12-30.
  return start.epochMilliseconds === midnight - offset ? offset : undefined;
}

function startOfDay(midnight: Midnight, zone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(isoOf(midnight).slice(0, 10)).toZonedDateTime(zone);
}

function readSlowly(wall: number, zone: string): Moment {
  const plain = Temporal.PlainDateTime.from(isoOf(wall));
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { instants: [earlier.epochMilliseconds] };
  if (!later.toPlainDateTime().equals(plain))
    return { instants: [later.epochMilliseconds], isGap: true };
  return { instants: [earlier.epochMilliseconds, later.epochMilliseconds] };
}

function isoOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19);
}
