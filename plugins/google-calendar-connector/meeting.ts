/** An event as Stint sees it: what it is called, when it was, and why it is none of Stint's business. */
import { Temporal } from 'temporal-polyfill';
import type { GoogleEvent } from './google.ts';

const MAX_TITLE = 500;
/** Seen in the titles of exported events, also of other Stints. */
export const MARK = '[TT]';
/** Private property of an event that Stint made: the entry that it shows. */
export const OWN_PROPERTY = 'stint_entry';

/** No work of anybody: https://developers.google.com/workspace/calendar/api/guides/event-types */
const notMeetings = new Set(['birthday', 'workingLocation', 'outOfOffice']);

export type WhyNot =
  | 'cancelled'
  | 'declined'
  | 'all_day'
  | 'own'
  | 'not_work'
  | 'empty'
  | 'unreadable';

export interface Meeting {
  event_id: string;
  calendar_id: string;
  etag: string | null;
  title: string;
  starts_at: Date;
  ends_at: Date;
  color_id?: string;
  url: string | null;
}

/** What an event is, or why it is nothing. */
export type Read =
  | { event_id: string; etag: string | null; meeting: Meeting }
  | { event_id: string; etag: string | null; why: WhyNot };

/** @param zone of the calendar: where a time has neither an offset nor a zone of its own */
export function readEvent(event: GoogleEvent, calendar_id: string, zone = 'UTC'): Read {
  const seen = { event_id: event.id, etag: event.etag ?? null };
  if (event.status === 'cancelled') return { ...seen, why: 'cancelled' };
  if (event.extendedProperties?.private?.[OWN_PROPERTY]) return { ...seen, why: 'own' };
  const title = cleanTitle(event.summary ?? '');
  if (title.startsWith(MARK)) return { ...seen, why: 'own' };
  if (notMeetings.has(event.eventType ?? 'default')) return { ...seen, why: 'not_work' };
  const self = event.attendees?.find(({ self }) => self);
  if (self?.responseStatus === 'declined') return { ...seen, why: 'declined' };
  const span = readSpan(event, zone);
  if (typeof span === 'string') return { ...seen, why: span };
  const { colorId, htmlLink } = event;
  const url = htmlLink && URL.parse(htmlLink)?.protocol === 'https:' ? htmlLink : null;
  return {
    ...seen,
    meeting: { ...seen, calendar_id, title, ...span, url, ...(colorId && { color_id: colorId }) },
  };
}

/** From when to when, or why not. */
export function readSpan(
  { start, end }: Pick<GoogleEvent, 'start' | 'end'>,
  zone: string,
): { starts_at: Date; ends_at: Date } | WhyNot {
  if (start?.date !== undefined) return 'all_day';
  const starts_at = readInstant(start, zone);
  const ends_at = readInstant(end, zone);
  if (!starts_at || !ends_at) return 'unreadable';
  return ends_at > starts_at ? { starts_at, ends_at } : 'empty';
}

/** RFC 3339: an offset counts more than a zone beside it. */
function readInstant(
  { dateTime, timeZone }: NonNullable<GoogleEvent['start']> = {},
  zone: string,
): Date | undefined {
  if (dateTime === undefined) return undefined;
  try {
    const instant = /(Z|[+-]\d\d:?\d\d)$/i.test(dateTime)
      ? Temporal.Instant.from(dateTime)
      : Temporal.PlainDateTime.from(dateTime).toZonedDateTime(timeZone ?? zone);
    return new Date(instant.epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** One line of at most so many code points, never half of one. */
export function cleanTitle(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
  return Array.from(line).slice(0, MAX_TITLE).join('');
}
