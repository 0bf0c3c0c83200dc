/** `/api/v1/archive`: everything at once, out and in. */
import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERR_ARCHIVE_BROKEN } from './errors.ts';
import { ArchiveQuery, ArchiveReport } from './schema.ts';
import { exportArchive, importArchive } from './service.ts';

const tags = ['Archive'];
const MAX_BYTES = 2 * 1024 ** 3;
const STALLED_AFTER_MS = 60_000;
const File = Type.Unsafe<Readable>({ description: 'Gzipped lines: docs/api/archive.md.' });

const archiveRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers();
  // As a stream: it may be larger than memory.
  app.addContentTypeParser('application/gzip', (_request, payload, done) => done(null, payload));

  app.get(
    '/archive',
    {
      config: { access: { scope: 'read:archive' } },
      exposeHeadRoute: false,
      schema: {
        tags,
        operationId: 'exportArchive',
        summary: 'Take along everything that is yours, or all of the instance',
        description:
          'Of one moment, without passwords, tokens and other secrets, and without what plugins keep.',
        querystring: ArchiveQuery,
        response: { 200: { content: { 'application/gzip': { schema: File } } } },
      },
    },
    async (request, reply) => {
      const closed = new AbortController();
      reply.raw.once('close', () => closed.abort());
      const body = await exportArchive(request.context, request.query, closed.signal);
      if (closed.signal.aborted) body.destroy();
      closed.signal.addEventListener('abort', () => body.destroy());
      reply.raw.setTimeout(STALLED_AFTER_MS, () => reply.raw.destroy());
      const day = app.clock.now().toISOString().slice(0, 10);
      return reply
        .type('application/gzip')
        .header(
          'content-disposition',
          `attachment; filename="stint-${request.query.of}-${day}.ndjson.gz"`,
        )
        .send(body);
    },
  );

  app.post(
    '/archive',
    {
      config: { access: { scope: 'write:archive', role: 'admin' } },
      bodyLimit: MAX_BYTES,
      schema: {
        tags,
        operationId: 'importArchive',
        summary: 'Read an archive into an instance that is empty',
        description: 'All of it or nothing. People choose a password by a new invitation.',
        body: { content: { 'application/gzip': { schema: File } } },
        response: { 200: ArchiveReport },
      },
    },
    (request) => {
      const body = request.body as unknown as Readable | undefined;
      if (!body?.pipe) throw new ERR_ARCHIVE_BROKEN('the request has no body');
      return importArchive(request.context, body);
    },
  );
};

export default archiveRoutes;
