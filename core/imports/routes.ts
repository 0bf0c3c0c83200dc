/** `/api/v1/imports`. The body of an import is the CSV file itself. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { pageOf } from '../infra/page.ts';
import { ERR_IMPORT_EMPTY } from './errors.ts';
import { Import, ImportListQuery, ImportQuery, ImportReport } from './schema.ts';
import { importFile, listImports } from './service.ts';

const config = { access: { scope: 'write:imports' } } as const;
const tags = ['Imports'];
const File = Type.Unsafe<Buffer>({ description: 'The file, at most 25 MB.' });
const MAX_FILE_BYTES = 25 * 1024 * 1024;

const importRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['text/csv', 'application/zip', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  app.get(
    '/imports',
    {
      config,
      schema: {
        tags,
        operationId: 'listImports',
        summary: 'List imports',
        description: 'Your own; for administrators all.',
        querystring: ImportListQuery,
        response: { 200: pageOf(Import) },
      },
    },
    (request) => listImports(request.context, request.query),
  );

  app.post(
    '/imports',
    {
      config,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        tags,
        operationId: 'importFile',
        summary: 'Import time entries from the file of another tool, or try it',
        description: 'A dry run unless `dry_run=false`. See docs/api/imports.md.',
        querystring: ImportQuery,
        body: {
          content: {
            // No `type`: it arrives as bytes, in an encoding that is yet to be found out.
            'text/csv': { schema: File },
            'application/zip': { schema: File },
            // What it is shows in the file.
            'application/octet-stream': { schema: File },
          },
        },
        response: { 200: ImportReport },
      },
    },
    (request) => {
      const file: unknown = request.body;
      if (!Buffer.isBuffer(file)) throw new ERR_IMPORT_EMPTY();
      return importFile(request.context, file, request.query);
    },
  );
};

export default importRoutes;
