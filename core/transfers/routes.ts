/** `/api/v1/imports/jobs` and `/api/v1/exports`: imports and exports that outlast a request. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERR_IMPORT_EMPTY } from '../imports/errors.ts';
import { ImportQuery } from '../imports/schema.ts';
import { ExportJob, ExportRequest, ImportJob, JobParams } from './schema.ts';
import { getExportJob, getImportJob, openExportFile, queueExport, queueImport } from './service.ts';

const imports = { config: { access: { scope: 'write:imports' } } } as const;
const exports = { config: { access: { scope: 'read:reports' } } } as const;
const MAX_FILE_BYTES = 100 * 1024 * 1024;
const File = Type.Unsafe<Buffer>({ description: 'The file, at most 100 MB.' });

const transferRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addContentTypeParser(
    ['text/csv', 'application/zip'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  app.post(
    '/imports/jobs',
    {
      ...imports,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        tags: ['Imports'],
        operationId: 'queueImport',
        summary: 'Import a large file, or try it, in a job',
        description:
          'Takes what `POST /imports` takes, and answers at once. Ask for the job until it is done.',
        querystring: ImportQuery,
        body: { content: { 'text/csv': { schema: File }, 'application/zip': { schema: File } } },
        response: { 202: ImportJob },
      },
    },
    async (request, reply) => {
      const file: unknown = request.body;
      if (!Buffer.isBuffer(file) || file.length === 0) throw new ERR_IMPORT_EMPTY();
      return reply.code(202).send(await queueImport(request.context, file, request.query));
    },
  );

  app.get(
    '/imports/jobs/:id',
    {
      ...imports,
      schema: {
        tags: ['Imports'],
        operationId: 'getImportJob',
        summary: 'See how far an import is',
        params: JobParams,
        response: { 200: ImportJob },
      },
    },
    (request) => getImportJob(request.context, request.params.id),
  );

  app.post(
    '/exports',
    {
      ...exports,
      schema: {
        tags: ['Reports'],
        operationId: 'queueExport',
        summary: 'Make a large file of a report, in a job',
        description: 'The file is kept for a week.',
        body: ExportRequest,
        response: { 202: ExportJob },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await queueExport(request.context, request.body)),
  );

  app.get(
    '/exports/:id',
    {
      ...exports,
      schema: {
        tags: ['Reports'],
        operationId: 'getExportJob',
        summary: 'See how far an export is',
        params: JobParams,
        response: { 200: ExportJob },
      },
    },
    (request) => getExportJob(request.context, request.params.id),
  );

  app.get(
    '/exports/:id/file',
    {
      ...exports,
      exposeHeadRoute: false,
      schema: {
        tags: ['Reports'],
        operationId: 'getExportFile',
        summary: 'Fetch the file of an export',
        params: JobParams,
        response: { 200: { content: { '*/*': { schema: Type.Unsafe<unknown>({}) } } } },
      },
    },
    async (request, reply) => {
      const { file_name, media_type, body } = await openExportFile(
        request.context,
        request.params.id,
      );
      return reply
        .type(media_type ?? 'application/octet-stream')
        .header('content-disposition', `attachment; filename="${file_name}"`)
        .send(body);
    },
  );
};

export default transferRoutes;
