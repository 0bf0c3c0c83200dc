/** `/api/v1/tasks`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { Task, TaskCreate, TaskPatch, TaskQuery } from './schema.ts';
import { createTask, deleteTask, getTask, listTasks, updateTask } from './service.ts';

const read = { access: { scope: 'read:tasks' } } as const;
const write = { access: { scope: 'write:tasks' } } as const;
const remove = { access: { scope: 'write:tasks', role: 'manager' } } as const;
const tags = ['Tasks'];

const taskRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/tasks',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listTasks',
        summary: 'List the tasks of the projects you may see',
        querystring: TaskQuery,
        response: { 200: pageOf(Task) },
      },
    },
    (request) => listTasks(request.context, request.query),
  );

  app.post(
    '/tasks',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createTask',
        summary: 'Create a task',
        body: TaskCreate,
        response: { 201: Task },
      },
    },
    async (request, reply) => {
      const task = await createTask(request.context, request.body);
      reply.code(201).header('location', `/api/v1/tasks/${task.id}`);
      return withEtag(reply, task);
    },
  );

  app.get(
    '/tasks/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getTask',
        summary: 'Read a task',
        params: IdParams,
        response: { 200: Task },
      },
    },
    async (request, reply) => withEtag(reply, await getTask(request.context, request.params.id)),
  );

  app.patch(
    '/tasks/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateTask',
        summary: 'Edit a task',
        params: IdParams,
        body: TaskPatch,
        response: { 200: Task },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateTask(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.delete(
    '/tasks/:id',
    {
      config: remove,
      schema: {
        tags,
        operationId: 'deleteTask',
        summary: 'Delete a task without time',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteTask(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default taskRoutes;
