/** `/api/v1/auth`: the web app signs in and out. Machines use API tokens. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { loginCookieFor } from '../infra/session-cookie.ts';
import { CHALLENGE_SECONDS } from './challenges.ts';
import { acceptInvitation } from './invitations.ts';
import { Challenged, Invitation, Login, SignedIn } from './schema.ts';
import { type Admission, logIn, logOut } from './service.ts';
import { visitorOf } from './visitor.ts';

const open = { access: 'public' } as const;
const tags = ['Auth'];

const authRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, clock: app.clock, config: app.config };
  const { name, options } = app.sessionCookie;
  const login = loginCookieFor(app.config, CHALLENGE_SECONDS);

  function answer(reply: FastifyReply, admission: Admission) {
    if ('session' in admission) {
      reply.setCookie(name, admission.session, options);
      return { user: admission.user };
    }
    reply.setCookie(login.name, admission.challenge, login.options).code(202);
    return { second_factor: admission.second_factor };
  }

  app.post(
    '/auth/login',
    {
      config: open,
      schema: {
        tags,
        operationId: 'logIn',
        summary: 'Open a session and set its cookie; or say what else is needed',
        body: Login,
        response: { 200: SignedIn, 202: Challenged },
      },
    },
    async (request, reply) => {
      const visitor = visitorOf(request);
      return answer(reply, await logIn(deps, request.body, visitor, request.cookies[name]));
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
        summary: 'Choose a password with an invitation link; opens a session as a log-in does',
        body: Invitation,
        response: { 200: SignedIn, 202: Challenged },
      },
    },
    async (request, reply) =>
      answer(reply, await acceptInvitation(deps, request.body, visitorOf(request))),
  );
};

export default authRoutes;
