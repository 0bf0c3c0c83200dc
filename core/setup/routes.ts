/** `/api/v1/setup`: open to whoever holds the link of the first start. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { visitorOf } from '../auth/visitor.ts';
import { User } from '../users/schema.ts';
import { Setup, SetupState } from './schema.ts';
import { isSetUp, setUp } from './service.ts';

const open = { access: 'public' } as const;
const tags = ['Setup'];

const setupRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deps = { db: app.db, clock: app.clock, config: app.config };
  const { name, options } = app.sessionCookie;

  app.get(
    '/setup',
    {
      config: open,
      schema: {
        tags,
        operationId: 'getSetup',
        summary: 'Whether there is an administrator yet',
        response: { 200: SetupState },
      },
    },
    async () => ({ done: await isSetUp(app.db) }),
  );

  app.post(
    '/setup',
    {
      config: open,
      schema: {
        tags,
        operationId: 'setUp',
        summary: 'Make the first administrator; opens a session',
        body: Setup,
        response: { 201: Type.Object({ user: User }) },
      },
    },
    async (request, reply) => {
      const { user, secret } = await setUp(deps, request.body, visitorOf(request));
      reply.setCookie(name, secret, options).code(201);
      return { user };
    },
  );
};

export default setupRoutes;
