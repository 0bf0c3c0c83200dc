/** `/api/v1/audit-log`: for administrators, to read. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { pageOf } from '../infra/page.ts';
import { AuditEntry, AuditQuery } from './schema.ts';
import { listAuditLog } from './service.ts';

const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/audit-log',
    {
      config: { access: { scope: 'read:audit_log', role: 'admin' } },
      schema: {
        tags: ['Settings'],
        operationId: 'listAuditLog',
        summary: 'Read who did what, and when',
        querystring: AuditQuery,
        response: { 200: pageOf(AuditEntry) },
      },
    },
    (request) => listAuditLog(request.context, request.query),
  );
};

export default auditRoutes;
