/** `/api/v1/me/calendar-feeds` for signed-in browsers, and `/api/v1/calendar/…` for calendar programs. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import {
  CalendarFeed,
  CalendarFeedCreate,
  CalendarFeedQuery,
  CalendarFeedWithPath,
} from './schema.ts';
import { createFeed, listFeeds, readCalendar, revokeFeed } from './service.ts';

const session = { access: { scope: 'session' } } as const;
const tags = ['Me'];

const calendarFeedRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/me/calendar-feeds',
    {
      config: session,
      schema: {
        tags,
        operationId: 'listCalendarFeeds',
        summary: 'List your calendar feeds',
        querystring: CalendarFeedQuery,
        response: { 200: pageOf(CalendarFeed) },
      },
    },
    (request) => listFeeds(request.context, request.query),
  );

  app.post(
    '/me/calendar-feeds',
    {
      config: { ...session, shownOnce: 'path' },
      schema: {
        tags,
        operationId: 'createCalendarFeed',
        summary: 'Make an address for calendar programs; it is shown once',
        body: CalendarFeedCreate,
        response: { 201: CalendarFeedWithPath },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return createFeed(request.context, request.body);
    },
  );

  app.delete(
    '/me/calendar-feeds/:id',
    {
      config: session,
      schema: {
        tags,
        operationId: 'revokeCalendarFeed',
        summary: 'Revoke the address of a calendar feed',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await revokeFeed(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );

  app.get(
    '/calendar/:token',
    {
      // The address is the credential: calendar programs send no other.
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'readCalendar',
        summary: 'Read the calendar behind a secret address',
        params: Type.Object(
          { token: Type.String({ maxLength: 100 }) },
          { additionalProperties: false },
        ),
        response: {
          200: { content: { 'text/calendar': { schema: Type.String() } } },
          304: Type.Null(),
        },
      },
    },
    async (request, reply) => {
      const secret = request.params.token.replace(/\.ics$/, '');
      const { text, etag } = await readCalendar({ db: app.db, clock: app.clock }, secret);
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
      if (known.some((tag) => tag.replace(/^W\//, '') === etag)) return reply.code(304).send(null);
      reply.type('text/calendar; charset=utf-8');
      return text;
    },
  );
};

export default calendarFeedRoutes;
