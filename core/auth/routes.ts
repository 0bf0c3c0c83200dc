/** `/api/v1/auth`: the web app signs in and out. Machines use API tokens. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Email } from '../infra/fields.ts';
import { User } from '../users/schema.ts';
import { acceptInvitation } from './invitations.ts';
import { Password } from './passwords.ts';
import { logIn, logOut, visitorOf } from './service.ts';

const open = { access: 'public' } as const;
const tags = ['Auth'];

const authRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, clock: app.clock, config: app.config };
  const { name, options } = app.sessionCookie;

  app.post(
    '/auth/login',
    {
      config: open,
      schema: {
        tags,
        operationId: 'logIn',
        summary: 'Open a session; sets its cookie',
        body: Type.Object(
          { email: Email, password: Type.String({ minLength: 1, maxLength: 256 }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ user: User }) },
      },
    },
    async (request, reply) => {
      const { user, secret } = await logIn(deps, request.body, visitorOf(request));
      reply.setCookie(name, secret, options);
      return { user };
    },
  );

  app.post(
    '/auth/logout',
    {
      config: open,
      schema: {
        tags,
        operationId: 'logOut',
        summary: 'End the session',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const secret = request.cookies[name];
      if (secret) await logOut(app.db, secret);
      reply.clearCookie(name, options).code(204);
      return null;
    },
  );

  app.post(
    '/auth/invitation',
    {
      config: open,
      schema: {
        tags,
        operationId: 'acceptInvitation',
        summary: 'Choose a password with an invitation link; opens a session',
        body: Type.Object(
          { token: Type.String({ minLength: 1, maxLength: 200 }), password: Password },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ user: User }) },
      },
    },
    async (request, reply) => {
      const { user, secret } = await acceptInvitation(deps, request.body, visitorOf(request));
      reply.setCookie(name, secret, options);
      return { user };
    },
  );
};

export default authRoutes;
