/** The stream that tells browsers, and whoever else listens, what to ask for again. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { ERR_LIVE_TOO_MANY } from './errors.ts';
import { LiveFeed } from './feed.ts';
import { openStream } from './stream.ts';

/** Of one person at one process: a browser needs one, whatever the number of its tabs. */
const MOST_STREAMS = 20;

const description = `Server-sent events. \`hello\` comes first and has the server's time as \`now\`. \`change\` says that
something was committed: \`type\`, \`subject\` (\`type\` and \`id\`; without an id where you may not see it), \`user_id\` (whose it
is, or null) and \`occurred_at\`; what it is now, ask the API. \`gap\` means that changes were not told one by one: ask for
everything again. Send the last \`id\` as \`Last-Event-ID\` to hear what you missed. Comments keep the line open.`;

const liveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const feed = new LiveFeed(app.db, app.log);
  const open = new Map<number, Set<{ end(): unknown }>>();
  // Open streams would keep the server from closing.
  app.addHook('preClose', async () => {
    for (const streams of open.values()) for (const stream of streams) stream.end();
    await feed.stop();
  });

  app.get(
    '/live',
    {
      config: { access: { scope: 'read:time_entries' } },
      schema: {
        tags: ['Live'],
        operationId: 'streamChanges',
        summary: 'Hear of changes as they happen',
        description,
        headers: Type.Object({
          'last-event-id': Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })),
        }),
        response: {
          200: { content: { 'text/event-stream': { schema: Type.String() } } },
        },
      },
    },
    async (request, reply) => {
      const { actor, clock } = request.context;
      const user_id = actor.user_id as number;
      const theirs = open.get(user_id) ?? new Set();
      if (theirs.size >= MOST_STREAMS) throw new ERR_LIVE_TOO_MANY(MOST_STREAMS);
      const last = request.headers['last-event-id'];
      const stream = await openStream({
        feed,
        clock,
        actor,
        after: last === undefined ? undefined : Number(last),
        isWelcome: () => request.isStillEntitled(),
      });
      open.set(user_id, theirs.add(stream));
      stream.once('close', () => {
        theirs.delete(stream);
        if (theirs.size === 0) open.delete(user_id);
      });
      // A stream where the schema says text.
      return (
        (reply as FastifyReply)
          .type('text/event-stream')
          .header('cache-control', 'no-store')
          .header('x-accel-buffering', 'no')
          // Kept alive, it would keep a server that closes waiting.
          .header('connection', 'close')
          .send(stream)
      );
    },
  );
};

export default liveRoutes;
