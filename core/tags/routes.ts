/** `/api/v1/tags`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { Tag, TagCreate, TagPatch, TagQuery } from './schema.ts';
import { createTag, deleteTag, getTag, listTags, updateTag } from './service.ts';

const read = { access: { scope: 'read:tags' } } as const;
const create = { access: { scope: 'write:tags' } } as const;
const write = { access: { scope: 'write:tags', role: 'manager' } } as const;
const tags = ['Tags'];

const tagRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/tags',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listTags',
        summary: 'List tags',
        querystring: TagQuery,
        response: { 200: pageOf(Tag) },
      },
    },
    (request) => listTags(request.context, request.query),
  );

  app.post(
    '/tags',
    {
      config: create,
      schema: {
        tags,
        operationId: 'createTag',
        summary: 'Create a tag',
        body: TagCreate,
        response: { 201: Tag },
      },
    },
    async (request, reply) => {
      const tag = await createTag(request.context, request.body);
      reply.code(201).header('location', `/api/v1/tags/${tag.id}`);
      return withEtag(reply, tag);
    },
  );

  app.get(
    '/tags/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getTag',
        summary: 'Read a tag',
        params: IdParams,
        response: { 200: Tag },
      },
    },
    async (request, reply) => withEtag(reply, await getTag(request.context, request.params.id)),
  );

  app.patch(
    '/tags/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateTag',
        summary: 'Rename or recolour a tag',
        params: IdParams,
        body: TagPatch,
        response: { 200: Tag },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateTag(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.delete(
    '/tags/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteTag',
        summary: 'Delete a tag, and take it off every time entry',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteTag(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default tagRoutes;
