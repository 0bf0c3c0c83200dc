/** `/api/v1/locks`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { PeriodLock, PeriodLockCreate, PeriodLockPatch, PeriodLockQuery } from './schema.ts';
import { createLock, deleteLock, getLock, listLocks, updateLock } from './service.ts';

const read = { access: { scope: 'read:settings' } } as const;
const write = { access: { scope: 'write:settings', role: 'manager' } } as const;
const tags = ['Settings'];

const lockRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/locks',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listLocks',
        summary: 'List locked periods',
        querystring: PeriodLockQuery,
        response: { 200: pageOf(PeriodLock) },
      },
    },
    (request) => listLocks(request.context, request.query),
  );

  app.post(
    '/locks',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createLock',
        summary: 'Lock a period',
        body: PeriodLockCreate,
        response: { 201: PeriodLock },
      },
    },
    async (request, reply) => {
      const lock = await createLock(request.context, request.body);
      reply.code(201).header('location', `/api/v1/locks/${lock.id}`);
      return withEtag(reply, lock);
    },
  );

  app.get(
    '/locks/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getLock',
        summary: 'Read a locked period',
        params: IdParams,
        response: { 200: PeriodLock },
      },
    },
    async (request, reply) => withEtag(reply, await getLock(request.context, request.params.id)),
  );

  app.patch(
    '/locks/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateLock',
        summary: 'Move or narrow a locked period',
        params: IdParams,
        body: PeriodLockPatch,
        response: { 200: PeriodLock },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateLock(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.delete(
    '/locks/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteLock',
        summary: 'Unlock a period',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteLock(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default lockRoutes;
