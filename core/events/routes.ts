/** `/api/v1/events`: the log of events, as a list and as a stream. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Listener } from '../infra/listener.ts';
import { CHANGES } from '../infra/waker.ts';
import { ERR_EVENTS_TOO_MANY } from './errors.ts';
import { EventPage, EventQuery } from './schema.ts';
import { readCursor, readLog, readNewest } from './service.ts';
import { type EventStream, openEventStream } from './stream.ts';

/** Of one person at one process. */
const MOST_STREAMS = 20;

const description = `Every change of what you may see, in one order, complete for 30 days. With
\`Accept: text/event-stream\` it is a stream of server-sent events that begins with what happens from now on, or after
\`Last-Event-ID\` (or \`cursor\`); \`event\` is the type and \`data\` the event. Otherwise it is a list: ask again with
\`next_cursor\`, at once where \`has_more\` says so. An event appears once everything before it has been committed.`;

const eventRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const open = new Map<number, Set<EventStream>>();
  const all = () => [...open.values()].flatMap((streams) => [...streams]);
  const lookAll = () => {
    for (const one of all()) one.look();
  };
  const listener = new Listener({
    db: app.db,
    log: app.log,
    channel: CHANGES,
    onMessage: lookAll,
    onReturn: lookAll,
  });
  let listening: Promise<void> | undefined;
  // Open streams would keep the server from closing.
  app.addHook('preClose', async () => {
    for (const { stream } of all()) stream.end();
    await listener.stop();
  });

  app.get(
    '/events',
    {
      config: { access: { scope: 'read:events' } },
      schema: {
        tags: ['Events'],
        operationId: 'listEvents',
        summary: 'Read what happened, page by page or as a stream',
        description,
        querystring: EventQuery,
        headers: Type.Object({
          'last-event-id': Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
        }),
        response: {
          200: {
            description: 'A page, or the stream.',
            content: {
              'application/json': { schema: EventPage },
              'text/event-stream': { schema: Type.String() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { db, actor } = request.context;
      const { limit, from, type } = request.query;
      const isStream = /\btext\/event-stream\b/.test(request.headers.accept ?? '');
      const cursor = (isStream && request.headers['last-event-id']) || request.query.cursor;
      const types = type?.split(',');
      if (!isStream) {
        if (cursor === undefined && from === 'newest') {
          return { data: [], next_cursor: String(await readNewest(db)), has_more: false };
        }
        const after = cursor === undefined ? 0 : await readCursor(db, cursor);
        const page = await readLog(db, actor, { after, limit, types });
        const data = page.events.map(({ event }) => event);
        return { data, next_cursor: String(page.position), has_more: page.hasMore };
      }

      const user_id = actor.user_id as number;
      const theirs = open.get(user_id) ?? new Set();
      if (theirs.size >= MOST_STREAMS) throw new ERR_EVENTS_TOO_MANY(MOST_STREAMS);
      listening ??= listener.start();
      await listening;
      const after = cursor === undefined ? await readNewest(db) : await readCursor(db, cursor);
      const opened = openEventStream({
        db,
        log: request.log,
        actor,
        after,
        types,
        isWelcome: () => request.isStillEntitled(),
      });
      open.set(user_id, theirs.add(opened));
      opened.stream.once('close', () => {
        theirs.delete(opened);
        if (theirs.size === 0) open.delete(user_id);
      });
      // A stream where the schema says a page.
      return (
        (reply as FastifyReply)
          .type('text/event-stream')
          .header('cache-control', 'no-store')
          .header('x-accel-buffering', 'no')
          // Kept alive, it would keep a server that closes waiting.
          .header('connection', 'close')
          .send(opened.stream)
      );
    },
  );
};

export default eventRoutes;
