/** `/api/v1/auth`: the web app signs in and out. Machines use API tokens. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { User } from '../users/schema.ts';
import { acceptInvitation } from './invitations.ts';
import { Invitation, Login } from './schema.ts';
import { logIn, logOut } from './service.ts';
import { visitorOf } from './visitor.ts';

const open = { access: 'public' } as const;
const tags = ['Auth'];
const SignedIn = Type.Object({ user: User });

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
        body: Login,
        response: { 200: SignedIn },
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request);
      const { user, secret } = await logIn(deps, request.body, visitor, request.cookies[name]);
      reply.setCookie(name, secret, options);
      return { user };
    },
  );

  app.post(
    '/auth/logout',
    {
      config: { access: { scope: 'session' } },
      schema: {
        tags,
        operationId: 'logOut',
        summary: 'End the session',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await logOut(request.context);
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
        body: Invitation,
        response: { 200: SignedIn },
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
