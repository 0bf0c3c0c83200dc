/**
 * Instants between the wire and the database. Naive timestamps are read in the asker's zone, and
 * every instant in an answer carries that zone's offset. No rule about working time lives here.
 */
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Temporal } from 'temporal-polyfill';
import { atField } from '../errors.ts';
import { ERR_INSTANT_INVALID } from './errors.ts';

const hasOffset = /(?:[zZ]|[+-]\d\d:?\d\d)$/;

/**
 * Reads an ISO 8601 timestamp, dropping fractions of a second. In a DST gap a naive time moves
 * forward, in an overlap it is the first of the two (Temporal's "compatible").
 * @throws STINT_ERR_INSTANT_INVALID pointing at `pointer`
 * @example parseInstant('2025-01-27T09:00:00', 'Europe/Berlin', '/start_time') // 08:00:00Z
 */
export function parseInstant(text: string, zone: string, pointer: string): Date {
  // An unescaped "+" in a query string arrives as a space.
  const iso = text.replace(/ (\d\d:?\d\d)$/, '+$1');
  try {
    const instant = hasOffset.test(iso)
      ? Temporal.Instant.from(iso)
      : Temporal.PlainDateTime.from(iso).toZonedDateTime(zone).toInstant();
    return new Date(Math.floor(instant.epochMilliseconds / 1000) * 1000);
  } catch {
    throw atField(new ERR_INSTANT_INVALID(JSON.stringify(text)), pointer);
  }
}

/** The first instant of a calendar day in a zone (not always midnight: Sao Paulo had days from 01:00). */
export function startOfDay(date: string, zone: string): Date {
  const day = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return new Date(day.epochMilliseconds);
}

/** The calendar day of an instant in a zone, as `YYYY-MM-DD`. */
export function dayOf(instant: Date, zone: string): string {
  return formatInstant(instant, zone).slice(0, 10);
}

/** The day `days` after `date`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** True for an IANA zone that this server knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

// A list of entries formats hundreds of instants, and asking Intl for an offset takes microseconds.
// Offsets change on quarter hours only (since zones left local mean time), so one answer serves 900 s.
const offsets = new Map<string, Map<number, number>>();
const QUARTER_HOUR_MS = 900_000;

function offsetMs(epochMs: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(epochMs / QUARTER_HOUR_MS);
  let offset = known.get(quarter);
  if (offset === undefined) {
    const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
    offset = Math.round(at.offsetNanoseconds / 60e9) * 60_000;
    if (known.size > 50_000) known.clear();
    known.set(quarter, offset);
  }
  return offset;
}

/** @example formatInstant(new Date('2025-01-27T08:00:00Z'), 'Europe/Berlin') // '2025-01-27T09:00:00+01:00' */
export function formatInstant(instant: Date, zone: string): string {
  const epochMs = instant.getTime();
  const offset = zone === 'UTC' ? 0 : offsetMs(epochMs, zone);
  const local = Math.floor((epochMs + offset) / 1000);
  const day = Math.floor(local / DAY_S);
  return `${dayText(day)}T${clockText(local - day * DAY_S)}${offsetText(offset)}`;
}

const DAY_S = 86_400;
const digits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

function clockText(second: number): string {
  const minute = Math.floor(second / 60);
  return `${digits[Math.floor(minute / 60)]}:${digits[minute % 60]}:${digits[second % 60]}`;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? '-' : '+'}${digits[Math.floor(minutes / 60)]}:${digits[minutes % 60]}`;
}

// The days of a page are few, and Date is slow at writing them.
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_S * 1000).toISOString().slice(0, 10);
    if (dayTexts.size > 10_000) dayTexts.clear();
    dayTexts.set(day, text);
  }
  return text;
}

/** Replaces each Date inside an answer by its text in `zone`, in place: rows belong to the request. */
export function localizeDates(value: unknown, zone: string): unknown {
  if (value instanceof Date) return formatInstant(value, zone);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = localizeDates(value[i], zone);
  } else if (value !== null && typeof value === 'object' && !Buffer.isBuffer(value)) {
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (field !== null && typeof field === 'object') fields[key] = localizeDates(field, zone);
    }
  }
  return value;
}

async function registerInstants(app: FastifyInstance): Promise<void> {
  app.addHook('preSerialization', async (request, _reply, payload) => {
    if (payload === null || typeof payload !== 'object' || 'pipe' in payload) return payload;
    return localizeDates(payload, request.context?.actor.time_zone ?? 'UTC');
  });
}

export default fp(registerInstants, { name: 'stint-instants', fastify: '5.x' });
