/** `/api/v1/tokens`: for signed-in browsers only, since a token must not mint tokens. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { Token, TokenCreate, TokenQuery, TokenWithSecret } from './schema.ts';
import { createToken, listTokens, revokeToken } from './service.ts';

const session = { access: { scope: 'session' } } as const;
const tags = ['Me'];

const tokenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/tokens',
    {
      config: session,
      schema: {
        tags,
        operationId: 'listTokens',
        summary: 'List your API tokens',
        querystring: TokenQuery,
        response: { 200: pageOf(Token) },
      },
    },
    (request) => listTokens(request.context, request.query),
  );

  app.post(
    '/tokens',
    {
      config: { ...session, shownOnce: 'token' },
      schema: {
        tags,
        operationId: 'createToken',
        summary: 'Make an API token; its secret is shown once',
        body: TokenCreate,
        response: { 201: TokenWithSecret },
      },
    },
    async (request, reply) => {
      reply.code(201);
      return createToken(request.context, request.body);
    },
  );

  app.delete(
    '/tokens/:id',
    {
      config: session,
      schema: {
        tags,
        operationId: 'revokeToken',
        summary: 'Revoke one of your API tokens',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await revokeToken(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default tokenRoutes;
