/**
 * Reads what is new in the calendars, page by page. It goes on where it was cut off: how far it is, is kept
 * after each page that is done, and a token for the next news only with the last one.
 */
import { ConfigError, type SyncRun } from '@stint/plugin';
import { type EventPage, type Google, GoogleRefusal } from './google.ts';
import { importPage, type Work } from './import.ts';
import { calendarsOf, horizon, windowStart } from './settings.ts';

const PAGE = 250;
/** Everything is read anew while what was read reaches this far ahead still. */
const LEAST_AHEAD_MS = 7 * 86_400_000;
/** A page may be empty with more to come, but not for ever. The next run goes on after the last of them. */
const MOST_EMPTY_PAGES = 20;
const EXPIRED: readonly number[] = [400, 410];

/** How far one calendar is. */
export interface Place {
  /** Since which Google tells what is new; without it everything in the span is read. */
  token?: string;
  /** Where the reading goes on, of a span or since the token. */
  page?: string;
  span?: { timeMin: string; timeMax: string };
}

export interface Cursor {
  calendars?: Record<string, Place>;
  /** Entries up to then are in Google. */
  exported_until?: string;
}

export interface Reading extends Work {
  google: Google;
  run: SyncRun;
  cursor: Cursor;
}

export async function readCalendars(reading: Reading): Promise<void> {
  for (const id of calendarsOf(reading.connection.config)) await readCalendar(reading, id);
}

async function readCalendar(reading: Reading, calendarId: string): Promise<void> {
  const { ctx, connection, cursor, google, run, tally } = reading;
  cursor.calendars ??= {};
  const places = cursor.calendars;
  const now = ctx.clock.now();
  let place = places[calendarId] ?? {};
  if (!place.page && !isFresh(place, now)) place = {};
  let hasBegunAnew = false;
  let emptyPages = 0;
  for (;;) {
    run.signal.throwIfAborted();
    place.span ??= spanFrom(windowStart(connection.config, now), now);
    let page: EventPage;
    try {
      page = await google.listEvents(queryOf(calendarId, place));
    } catch (error) {
      if (!(error instanceof GoogleRefusal)) throw error;
      if (error.status === 404) throw noCalendar(calendarId);
      if (!EXPIRED.includes(error.status) || hasBegunAnew) throw error;
      // Google has forgotten since when: everything again. What is missing then is not deleted for it.
      hasBegunAnew = true;
      place = {};
      continue;
    }
    await importPage(reading, {
      calendar_id: calendarId,
      zone: page.timeZone,
      events: page.items,
    });
    const { nextPageToken, nextSyncToken } = page;
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
    if (nextPageToken && (nextPageToken === place.page || emptyPages > MOST_EMPTY_PAGES))
      throw new Error('Google answered something else: pages without an end.');
    place = nextPageToken
      ? { ...place, page: nextPageToken }
      : { span: place.span, token: nextSyncToken };
    places[calendarId] = place;
    await run.save(cursor);
    await run.progress(tally.result);
    if (!nextPageToken) return;
  }
}

/** News of a span that nearly ends say nothing of what begins after it. */
function isFresh({ token, span }: Place, now: Date): boolean {
  return !!token && !!span && Date.parse(span.timeMax) - now.getTime() > LEAST_AHEAD_MS;
}

function spanFrom(start: Date, now: Date) {
  return { timeMin: start.toISOString(), timeMax: horizon(now).toISOString() };
}

/** A token may not be sent with a span: https://developers.google.com/workspace/calendar/api/guides/sync */
function queryOf(calendarId: string, { token, page, span }: Place) {
  return {
    calendarId,
    maxResults: PAGE,
    singleEvents: true,
    showDeleted: true,
    ...(token ? { syncToken: token } : span),
    ...(page && { pageToken: page }),
  };
}

export function noCalendar(calendarId: string): ConfigError {
  return new ConfigError(`There is no calendar ${calendarId} that you can read.`, '/calendar_id');
}
