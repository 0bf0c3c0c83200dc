/** `/api/v1/clients`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { Client, ClientCreate, ClientPatch, ClientQuery } from './schema.ts';
import { createClient, deleteClient, getClient, listClients, updateClient } from './service.ts';

const read = { access: { scope: 'read:clients' } } as const;
const write = { access: { scope: 'write:clients', role: 'manager' } } as const;
const tags = ['Clients'];

const clientRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/clients',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listClients',
        summary: 'List clients',
        querystring: ClientQuery,
        response: { 200: pageOf(Client) },
      },
    },
    (request) => listClients(request.context, request.query),
  );

  app.post(
    '/clients',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createClient',
        summary: 'Create a client',
        body: ClientCreate,
        response: { 201: Client },
      },
    },
    async (request, reply) => {
      const client = await createClient(request.context, request.body);
      reply.code(201).header('location', `/api/v1/clients/${client.id}`);
      return withEtag(reply, client);
    },
  );

  app.get(
    '/clients/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getClient',
        summary: 'Read a client',
        params: IdParams,
        response: { 200: Client },
      },
    },
    async (request, reply) => withEtag(reply, await getClient(request.context, request.params.id)),
  );

  app.patch(
    '/clients/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateClient',
        summary: 'Edit or archive a client',
        params: IdParams,
        body: ClientPatch,
        response: { 200: Client },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateClient(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.delete(
    '/clients/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteClient',
        summary: 'Delete a client without projects',
        params: IdParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteClient(request.context, request.params.id);
      reply.code(204);
      return null;
    },
  );
};

export default clientRoutes;
