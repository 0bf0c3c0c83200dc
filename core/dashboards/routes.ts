/** `/api/v1/me/dashboard`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { Dashboard, DashboardInput } from './schema.ts';
import { getDashboard, replaceDashboard } from './service.ts';

const tags = ['Me'];

// Fifty cards with a few settings each: nobody gets there by hand.
const MAX_BYTES = 65_536;

const dashboardRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/me/dashboard',
    {
      config: { access: { scope: 'read:me' } },
      schema: {
        tags,
        operationId: 'getDashboard',
        summary: 'Read which cards your dashboard shows',
        response: { 200: Dashboard },
      },
    },
    async (request, reply) => withEtag(reply, await getDashboard(request.context)),
  );

  app.put(
    '/me/dashboard',
    {
      config: { access: { scope: 'write:me' } },
      bodyLimit: MAX_BYTES,
      schema: {
        tags,
        operationId: 'replaceDashboard',
        summary: 'Arrange your dashboard anew',
        body: DashboardInput,
        response: { 200: Dashboard },
      },
    },
    async (request, reply) =>
      withEtag(reply, await replaceDashboard(request.context, request.body, ifMatch(request))),
  );
};

export default dashboardRoutes;
