/** `/api/v1/me/password` and `/api/v1/me/sessions`: one's own credentials, for signed-in browsers only. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { changePassword } from './change-password.ts';
import { PasswordChange, Session, SessionQuery } from './schema.ts';
import { endSession, listSessions } from './sessions.ts';

const session = { access: { scope: 'session' } } as const;
const tags = ['Me'];

const accountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post(
    '/me/password',
    {
      config: session,
      schema: {
        tags,
        operationId: 'changePassword',
        summary: 'Change your password',
        body: PasswordChange,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await changePassword(request.context, app, request.body);
      reply.code(204);
      return null;
    },
  );

  app.get(
    '/me/sessions',
    {
      config: session,
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'List the browsers in which you are signed in',
        querystring: SessionQuery,
        response: { 200: pageOf(Session) },
      },
    },
    (request) => listSessions(request.context, request.query),
  );

  app.delete(
    '/me/sessions/:id',
    {
      config: session,
      schema: {
        tags,
        operationId: 'endSession',
        summary: 'Sign one of your browsers out',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await endSession(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default accountRoutes;
