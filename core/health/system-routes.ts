/** `/api/v1/system/health`: for administrators, what is wrong and what to do about it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { reportHealth } from './report.ts';
import { SystemHealth } from './schema.ts';

const systemRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/system/health',
    {
      config: { access: { scope: 'read:settings', role: 'admin' } },
      schema: {
        tags: ['Settings'],
        operationId: 'getSystemHealth',
        summary: 'How the installation is, and what to do about what is wrong',
        response: { 200: SystemHealth },
      },
    },
    (request) => reportHealth(request.context, app.config),
  );
};

export default systemRoutes;
