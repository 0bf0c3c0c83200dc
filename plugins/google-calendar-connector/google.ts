/**
 * Google's API by Google's own client, and nothing of Stint's. All its requests go through `ctx.http`, which
 * holds them to the allowed hosts and to a time; what its answers mean to the host is said here.
 */
import type { calendar_v3 } from '@googleapis/calendar';
import { AuthFailed, ConfigError, PluginError, RateLimited } from '@stint/plugin';
import { type Static, type TSchema, Type } from 'typebox';
import { Errors } from 'typebox/value';
import type { Context } from './settings.ts';

const SERVICE = 'Google';
const PATIENCE_SECONDS = 60;

const When = Type.Object({
  date: Type.Optional(Type.String()),
  dateTime: Type.Optional(Type.String()),
  timeZone: Type.Optional(Type.String()),
});
const Text = Type.Optional(Type.String());

/** What is read of an event: a cancelled one may have nothing but its id. */
export const GoogleEvent = Type.Object({
  id: Type.String({ minLength: 1 }),
  etag: Text,
  status: Text,
  summary: Text,
  start: Type.Optional(When),
  end: Type.Optional(When),
  colorId: Text,
  eventType: Text,
  htmlLink: Text,
  attendees: Type.Optional(
    Type.Array(Type.Object({ self: Type.Optional(Type.Boolean()), responseStatus: Text })),
  ),
  extendedProperties: Type.Optional(
    Type.Object({ private: Type.Optional(Type.Record(Type.String(), Type.String())) }),
  ),
});
export type GoogleEvent = Static<typeof GoogleEvent>;

const EventPage = Type.Object({
  items: Type.Array(GoogleEvent),
  summary: Text,
  timeZone: Text,
  accessRole: Text,
  nextPageToken: Text,
  nextSyncToken: Text,
});
export type EventPage = Static<typeof EventPage>;

const CalendarPage = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      summary: Text,
      summaryOverride: Text,
      primary: Type.Optional(Type.Boolean()),
      accessRole: Text,
    }),
  ),
  nextPageToken: Text,
});
type CalendarItem = Static<typeof CalendarPage>['items'][number];

/** What Google said no to, where that has a meaning of its own. */
export class GoogleRefusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`${SERVICE} answered ${status}.`);
    this.status = status;
  }
}

export interface Whose {
  connectionId: number;
  signal?: AbortSignal;
}

export type EventBody = calendar_v3.Schema$Event;
export type Google = ReturnType<typeof openGoogle>;

export function openGoogle(ctx: Context, { connectionId, signal }: Whose) {
  /** Once more with another token where this one has ended before its time. */
  async function call<Schema extends TSchema>(
    schema: Schema,
    ask: (client: calendar_v3.Calendar, options: { signal?: AbortSignal }) => Promise<unknown>,
    meanings: readonly number[] = [],
  ): Promise<Static<Schema>> {
    const token = await ctx.connections.accessToken(connectionId);
    const send = async (bearer: string) => {
      const client = await makeClient(ctx, bearer, signal);
      return (await ask(client, { signal })) as { data: unknown };
    };
    try {
      const { data } = await send(token).catch(async (error) => {
        if (statusOf(error) !== 401) throw error;
        return send(await ctx.connections.accessToken(connectionId, { refused: token }));
      });
      return requireShape(schema, data);
    } catch (error) {
      throw meaningOf(error, meanings);
    }
  }

  return {
    async listCalendars(): Promise<CalendarItem[]> {
      const all: CalendarItem[] = [];
      let pageToken: string | undefined;
      do {
        const page = await call(CalendarPage, (client, options) =>
          client.calendarList.list({ maxResults: 250, pageToken }, options),
        );
        all.push(...page.items);
        pageToken = page.nextPageToken;
      } while (pageToken);
      return all;
    },

    /** @throws GoogleRefusal with 410 or 400 when a token of ours is too old, 404 when there is no such calendar */
    listEvents(query: calendar_v3.Params$Resource$Events$List): Promise<EventPage> {
      return call(
        EventPage,
        (client, options) => client.events.list(query, options),
        [400, 404, 410],
      );
    },

    /** @throws GoogleRefusal 404 */
    getEvent(calendarId: string, eventId: string): Promise<GoogleEvent> {
      return call(
        GoogleEvent,
        (client, options) => client.events.get({ calendarId, eventId }, options),
        [404],
      );
    },

    /** @throws GoogleRefusal 409 when there is one of this id */
    insertEvent(calendarId: string, requestBody: EventBody): Promise<GoogleEvent> {
      return call(
        GoogleEvent,
        (client, options) => client.events.insert({ calendarId, requestBody }, options),
        [409],
      );
    },

    /** @throws GoogleRefusal 404 when there is none, 412 when it is not as `etag` says */
    updateEvent(
      calendarId: string,
      eventId: string,
      requestBody: EventBody,
      etag: string,
    ): Promise<GoogleEvent> {
      return call(
        GoogleEvent,
        (client, options) =>
          client.events.update(
            { calendarId, eventId, requestBody },
            { ...options, headers: { 'If-Match': etag } },
          ),
        [404, 412],
      );
    },

    /** Gone is gone, whoever did it. */
    async deleteEvent(calendarId: string, eventId: string): Promise<void> {
      try {
        await call(
          Type.Unknown(),
          (client, options) => client.events.delete({ calendarId, eventId }, options),
          [404, 410],
        );
      } catch (error) {
        if (!(error instanceof GoogleRefusal)) throw error;
      }
    },
  };
}

/** Loaded when somebody is connected: it is large. */
async function makeClient(ctx: Context, bearer: string, signal?: AbortSignal) {
  const [{ calendar }, { OAuth2Client }] = await Promise.all([
    import('@googleapis/calendar'),
    import('google-auth-library'),
  ]);
  const { base_url } = await ctx.settings.instance();
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: bearer });
  const fetchImplementation: typeof fetch = async (url, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    const answer = await ctx.http.fetch(String(url), {
      method: init?.method ?? 'GET',
      headers,
      ...(typeof init?.body === 'string' && { body: init.body }),
      signal,
    });
    const hasBody = answer.status !== 204 && answer.status !== 304;
    return new Response(hasBody ? answer.text() : null, {
      status: answer.status,
      headers: answer.headers,
    });
  };
  // `ctx.http` tries again what may be tried again, and the queue the rest.
  return calendar({ version: 'v3', auth, rootUrl: base_url, retry: false, fetchImplementation });
}

function requireShape<Schema extends TSchema>(schema: Schema, data: unknown): Static<Schema> {
  const [fault] = Errors(schema, data);
  if (fault)
    throw new Error(
      `${SERVICE} answered something else: ${fault.instancePath || '/'} ${fault.message}.`,
    );
  return data as Static<Schema>;
}

interface ClientError {
  response?: { status: number; headers?: Headers; data?: unknown };
  cause?: unknown;
}

function statusOf(error: unknown): number | undefined {
  return (error as ClientError).response?.status;
}

/** Of what the client throws: with all of its requests in it, tokens included, so it goes no further. */
function meaningOf(error: unknown, meanings: readonly number[]): Error {
  if (error instanceof PluginError) return error;
  const { response, cause } = error as ClientError;
  if (!response) return cause instanceof Error ? cause : (error as Error);
  const { status } = response;
  if (meanings.includes(status)) return new GoogleRefusal(status);
  if (status === 401) return new AuthFailed('Google refuses the access: connect again.');
  if (status === 429) return new RateLimited(PATIENCE_SECONDS, 'Google asks to be left alone.');
  if (status === 403) return meaningOfForbidden(reasonOf(response.data));
  return new Error(`${SERVICE} answered ${status}.`);
}

/** Google limits rates with 403 as well: https://developers.google.com/workspace/calendar/api/guides/errors */
function meaningOfForbidden(reason: string | undefined): Error {
  if (reason === 'rateLimitExceeded' || reason === 'userRateLimitExceeded')
    return new RateLimited(PATIENCE_SECONDS, 'Google asks to be left alone.');
  // A quota of the day comes back at midnight in California: later and later is right for it.
  if (reason === 'quotaExceeded' || reason === 'dailyLimitExceeded')
    return new Error('Google allows no more requests today.');
  if (reason === 'insufficientPermissions' || reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT')
    return new AuthFailed('The access that was granted is not enough: connect again.');
  return new ConfigError('Google does not allow this with this calendar.', '/calendar_id');
}

function reasonOf(data: unknown): string | undefined {
  const { error } = (data ?? {}) as {
    error?: { errors?: { reason?: string }[]; status?: string };
  };
  return error?.errors?.[0]?.reason;
}
