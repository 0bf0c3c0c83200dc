/** `/api/v1/projects/:id/members`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../../infra/fields.ts';
import { pageOf } from '../../infra/page.ts';
import { MemberParams, MemberPut, MemberQuery, ProjectMember } from './schema.ts';
import { listMembers, putMember, removeMember } from './service.ts';

const read = { access: { scope: 'read:projects' } } as const;
const write = { access: { scope: 'write:projects', role: 'manager' } } as const;
const tags = ['Projects'];

const memberRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/projects/:id/members',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listProjectMembers',
        summary: 'List who is on a project',
        params: IdParams,
        querystring: MemberQuery,
        response: { 200: pageOf(ProjectMember) },
      },
    },
    (request) => listMembers(request.context, request.params.id, request.query),
  );

  app.put(
    '/projects/:id/members/:user_id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'putProjectMember',
        summary: 'Add somebody to a project, or set their rate there',
        description: 'A new rate holds for new time entries only.',
        params: MemberParams,
        body: MemberPut,
        response: { 200: ProjectMember, 201: ProjectMember },
      },
    },
    async (request, reply) => {
      const { id, user_id } = request.params;
      const { member, isNew } = await putMember(request.context, id, user_id, request.body);
      reply.code(isNew ? 201 : 200);
      return member;
    },
  );

  app.delete(
    '/projects/:id/members/:user_id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'removeProjectMember',
        summary: 'Take somebody off a project',
        description: 'Time they recorded on it stays.',
        params: MemberParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await removeMember(request.context, request.params.id, request.params.user_id);
      reply.code(204);
      return null;
    },
  );
};

export default memberRoutes;
