/** `/api/v1/users` and `/api/v1/me`. There is no way to delete a person: their time stays. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { IdParams } from '../infra/fields.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import {
  MePatch,
  User,
  UserCreate,
  UserCreated,
  UserInvitation,
  UserPatch,
  UserQuery,
  VisibleUser,
} from './schema.ts';
import {
  createUser,
  getMe,
  getUser,
  inviteUser,
  listUsers,
  updateMe,
  updateUser,
} from './service.ts';

const read = { access: { scope: 'read:users' } } as const;
const write = { access: { scope: 'write:users', role: 'admin' } } as const;
const invites = { ...write, shownOnce: 'invitation_url' } as const;
const tags = ['Users'];

const userRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const invitationUrl = (request: FastifyRequest, secret: string) => {
    const base = app.config.PUBLIC_URL ?? `${request.protocol}://${request.host}`;
    return `${base}/invitation?token=${secret}`;
  };

  app.get(
    '/me',
    {
      config: { access: { scope: 'read:me' } },
      schema: {
        tags: ['Me'],
        operationId: 'getMe',
        summary: 'Read your own account',
        response: { 200: User },
      },
    },
    async (request, reply) => withEtag(reply, await getMe(request.context)),
  );

  app.patch(
    '/me',
    {
      config: { access: { scope: 'write:me' } },
      schema: {
        tags: ['Me'],
        operationId: 'updateMe',
        summary: 'Edit your name and preferences',
        body: MePatch,
        response: { 200: User },
      },
    },
    async (request, reply) =>
      withEtag(reply, await updateMe(request.context, request.body, ifMatch(request))),
  );

  app.get(
    '/users',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listUsers',
        summary: 'List people; members are told names only',
        querystring: UserQuery,
        response: { 200: pageOf(VisibleUser) },
      },
    },
    (request) => listUsers(request.context, request.query),
  );

  app.post(
    '/users',
    {
      config: invites,
      schema: {
        tags,
        operationId: 'createUser',
        summary: 'Add a person, by password or by invitation',
        body: UserCreate,
        response: { 201: UserCreated },
      },
    },
    async (request, reply) => {
      const { user, invitation } = await createUser(request.context, request.body);
      reply.code(201).header('location', `/api/v1/users/${user.id}`);
      withEtag(reply, user);
      if (invitation === undefined) return user;
      return { ...user, invitation_url: invitationUrl(request, invitation) };
    },
  );

  app.get(
    '/users/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getUser',
        summary: 'Read a person; members are told names only',
        params: IdParams,
        response: { 200: VisibleUser },
      },
    },
    async (request, reply) => {
      const user = await getUser(request.context, request.params.id);
      return user.version === undefined
        ? user
        : withEtag(reply, { ...user, version: user.version });
    },
  );

  app.patch(
    '/users/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateUser',
        summary: 'Edit, promote, demote, disable or enable a person',
        params: IdParams,
        body: UserPatch,
        response: { 200: User },
      },
    },
    async (request, reply) =>
      withEtag(
        reply,
        await updateUser(request.context, request.params.id, request.body, ifMatch(request)),
      ),
  );

  app.post(
    '/users/:id/invitation',
    {
      config: invites,
      schema: {
        tags,
        operationId: 'inviteUser',
        summary: 'Make a new link to choose a password',
        params: IdParams,
        response: { 201: UserInvitation },
      },
    },
    async (request, reply) => {
      const secret = await inviteUser(request.context, request.params.id);
      reply.code(201);
      return { invitation_url: invitationUrl(request, secret) };
    },
  );
};

export default userRoutes;
