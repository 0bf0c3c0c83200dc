/** `/api/v1/projects`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { getProject, listProjects } from './list.ts';
import { Project, ProjectCreate, ProjectPatch, ProjectQuery } from './schema.ts';
import { createProject, deleteProject, updateProject } from './service.ts';

const read = { access: { scope: 'read:projects' } } as const;
const write = { access: { scope: 'write:projects', role: 'manager' } } as const;
const tags = ['Projects'];

const projectRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/projects',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listProjects',
        summary: 'List the projects you may see',
        querystring: ProjectQuery,
        response: { 200: pageOf(Project) },
      },
    },
    (request) => listProjects(request.context, request.query),
  );

  app.post(
    '/projects',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createProject',
        summary: 'Create a project',
        description: 'Who creates one for members only becomes its first member.',
        body: ProjectCreate,
        response: { 201: Project },
      },
    },
    async (request, reply) => {
      const project = await createProject(request.context, request.body);
      reply.code(201).header('location', `/api/v1/projects/${project.id}`);
      return withEtag(reply, project);
    },
  );

  app.get(
    '/projects/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getProject',
        summary: 'Read a project',
        params: IdParams,
        response: { 200: Project },
      },
    },
    async (request, reply) => withEtag(reply, await getProject(request.context, request.params.id)),
  );

  app.patch(
    '/projects/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateProject',
        summary: 'Edit or archive a project',
        description: 'A new rate holds for new time entries only.',
        params: IdParams,
        body: ProjectPatch,
        response: { 200: Project },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateProject(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.delete(
    '/projects/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteProject',
        summary: 'Delete a project without time, and its tasks',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteProject(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default projectRoutes;
