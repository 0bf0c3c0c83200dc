/** `/api/v1/plugins/:id/failures`: jobs of a plugin that failed for good, to be retried or discarded. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyContextConfig } from 'fastify';
import { Type } from 'typebox';
import { Failure, FailureParams } from './failure-schema.ts';
import { discardPluginFailure, listPluginFailures, retryPluginFailure } from './failure-service.ts';
import { PluginParams } from './schema.ts';

const read: FastifyContextConfig = { access: { scope: 'read:settings', role: 'admin' } };
const write: FastifyContextConfig = { access: { scope: 'write:settings', role: 'admin' } };
const tags = ['Plugins'];

const failureRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/plugins/:id/failures',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listPluginFailures',
        summary: 'List jobs of a plugin that failed for good',
        params: PluginParams,
        response: { 200: Type.Object({ data: Type.Array(Failure) }) },
      },
    },
    async (request) => ({ data: await listPluginFailures(request.context, request.params.id) }),
  );

  app.post(
    '/plugins/:id/failures/:failure_id/retry',
    {
      config: write,
      schema: {
        tags,
        operationId: 'retryPluginFailure',
        summary: 'Run a failed job again, with all attempts',
        params: FailureParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, failure_id } = request.params;
      await retryPluginFailure(request.context, id, failure_id);
      reply.code(204);
      return null;
    },
  );

  app.delete(
    '/plugins/:id/failures/:failure_id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'discardPluginFailure',
        summary: 'Forget a failed job',
        params: FailureParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, failure_id } = request.params;
      await discardPluginFailure(request.context, id, failure_id);
      reply.code(204);
      return null;
    },
  );
};

export default failureRoutes;
