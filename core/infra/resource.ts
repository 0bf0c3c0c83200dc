/**
 * The five routes that every resource has, and what they promise: lists are paged, a creation says
 * where the new one is, answers carry an ETag, edits obey `If-Match`. The rules are the services'.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import type { Access } from './access.ts';
import type { Context } from './context.ts';
import { IdParams } from './fields.ts';
import { type Page, pageOf } from './page.ts';
import { ifMatch, withEtag } from './preconditions.ts';

type Verb = 'list' | 'create' | 'get' | 'update' | 'delete';

/** One sentence for each route, or with more to say. */
type Summary = string | { summary: string; description: string };

export interface Resource<
  Query extends TSchema,
  Create extends TSchema,
  Patch extends TSchema,
  Row extends { id: number; version: number },
> {
  /** Below `/api/v1`: `/clients`. */
  path: string;
  tag: string;
  /** Singular and plural, as in `getClient` and `listClients`. */
  names: [string, string];
  /** Who may; `write` for what is not named. */
  access: { read: Access; write: Access; create?: Access; delete?: Access };
  schemas: { resource: TSchema; query: Query; create: Create; patch: Patch };
  summaries: Record<Verb, Summary>;
  service: {
    list(context: Context, query: Static<Query>): Promise<Page<Row>>;
    create(context: Context, input: Static<Create>): Promise<Row>;
    get(context: Context, id: number): Promise<Row>;
    update(context: Context, id: number, patch: Static<Patch>, expected?: string): Promise<Row>;
    delete(context: Context, id: number): Promise<void>;
  };
}

export function resourceRoutes<
  Query extends TSchema,
  Create extends TSchema,
  Patch extends TSchema,
  Row extends { id: number; version: number },
>(resource: Resource<Query, Create, Patch, Row>): FastifyPluginAsyncTypebox {
  const { path, tag, names, access, schemas, summaries, service } = resource;
  const [singular, plural] = names;
  const describe = (verb: Verb) => ({
    tags: [tag],
    operationId: verb + (verb === 'list' ? plural : singular),
    ...(typeof summaries[verb] === 'string' ? { summary: summaries[verb] } : summaries[verb]),
  });
  // The schemas of the routes below have checked these.
  const idOf = (request: FastifyRequest) => (request.params as { id: number }).id;
  const bodyOf = <Body>(request: FastifyRequest) => request.body as Body;

  return async (app) => {
    app.route({
      method: 'GET',
      url: path,
      config: { access: access.read },
      schema: {
        ...describe('list'),
        querystring: schemas.query,
        response: { 200: pageOf(schemas.resource) },
      },
      handler: (request) => service.list(request.context, request.query as Static<Query>),
    });

    app.route({
      method: 'POST',
      url: path,
      config: { access: access.create ?? access.write },
      schema: { ...describe('create'), body: schemas.create, response: { 201: schemas.resource } },
      handler: async (request, reply) => {
        const row = await service.create(request.context, bodyOf(request));
        reply.code(201).header('location', `/api/v1${path}/${row.id}`);
        return withEtag(reply, row);
      },
    });

    app.route({
      method: 'GET',
      url: `${path}/:id`,
      config: { access: access.read },
      schema: { ...describe('get'), params: IdParams, response: { 200: schemas.resource } },
      handler: async (request, reply) =>
        withEtag(reply, await service.get(request.context, idOf(request))),
    });

    app.route({
      method: 'PATCH',
      url: `${path}/:id`,
      config: { access: access.write },
      schema: {
        ...describe('update'),
        params: IdParams,
        body: schemas.patch,
        response: { 200: schemas.resource },
      },
      handler: async (request, reply) => {
        const id = idOf(request);
        const row = await service.update(request.context, id, bodyOf(request), ifMatch(request));
        return withEtag(reply, row);
      },
    });

    app.route({
      method: 'DELETE',
      url: `${path}/:id`,
      config: { access: access.delete ?? access.write },
      schema: { ...describe('delete'), params: IdParams, response: { 204: Type.Null() } },
      handler: async (request, reply) => {
        await service.delete(request.context, idOf(request));
        reply.code(204);
        return null;
      },
    });
  };
}
