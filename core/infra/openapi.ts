/** The OpenAPI 3.1 document of an application, made from its routes' own schemas. Serves nothing. */
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { Type } from 'typebox';
import type { Access } from './access.ts';

const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: 'Stable: see docs/api/errors.md.' }),
    errors: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() })),
    ),
    request_id: Type.String(),
  },
  { $id: 'Problem', description: 'RFC 9457 problem details.' },
);

const tags = {
  Setup: 'First run, health.',
  Auth: 'Sessions of the web app.',
  Me: 'Your own account, tokens and sessions.',
  Users: 'People and their roles.',
  Clients: 'Who the work is for.',
  Projects: 'What the work is for, and who may work on it.',
  Tasks: 'Pieces of a project.',
  Tags: 'Free labels on time entries.',
  'Time entries': 'Recorded time.',
  Timer: 'The running entry.',
  Events: 'What happened, for machines.',
  Webhooks: 'Events sent to other programs.',
  Reports: 'Sums and lists over time entries.',
  Imports: 'Time from other trackers.',
  Plugins: 'What is installed, its state and its settings.',
  Settings: 'The instance: settings, locked periods, audit log.',
};

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
});

/** What every route has in common, told once here instead of in each. It changes no answer. */
function describeRoute(schema: FastifySchema | undefined, route: RouteOptions): FastifySchema {
  const access = route.config?.access;
  if (schema?.hide || access === undefined) return { ...schema, hide: true };
  const isOpen = access === 'public';
  return {
    ...schema,
    headers: isOpen ? undefined : describeHeaders(route.method, access),
    ...(schema?.querystring !== undefined && { querystring: withOptional(schema.querystring) }),
    ...(schema?.body !== undefined && { body: withOptional(schema.body) }),
    response: {
      ...(schema?.response as object),
      '4xx': refusal('Refused: `code` says why.'),
      '5xx': refusal('Failed here; nothing was changed.'),
    },
    ...(isOpen && { security: [] }),
    ...(!isOpen && {
      ...(access.scope === 'session'
        ? { security: [{ session: [] }] }
        : { 'x-scope': access.scope }),
      'x-role': access.role ?? 'member',
    }),
  };
}

/** What has a default may be left out: validation fills it in, and so it counts as required there. */
function withOptional(schema: unknown): unknown {
  const { properties, required } = schema as {
    properties?: Record<string, { default?: unknown }>;
    required?: string[];
  };
  if (!properties || !required) return schema;
  const needed = required.filter((name) => properties[name]?.default === undefined);
  return { ...(schema as object), required: needed };
}

function describeHeaders(method: RouteOptions['method'], { scope }: Access) {
  return Type.Object({
    ...(method === 'POST' && {
      'idempotency-key': Type.Optional(
        Type.String({
          maxLength: 255,
          description: 'Sent again with the same request, it gets the first answer again.',
        }),
      ),
    }),
    ...(method === 'PATCH' && {
      'if-match': Type.Optional(
        Type.String({ description: 'The ETag you read: refused if it changed since.' }),
      ),
    }),
    ...(method !== 'GET' && {
      'x-stint-csrf': csrfHeader(scope === 'session'),
    }),
  });
}

function csrfHeader(required: boolean) {
  const header = Type.String({ description: 'Any value; needed with a session cookie.' });
  return required ? header : Type.Optional(header);
}

async function registerOpenapi(app: FastifyInstance): Promise<void> {
  app.addSchema(Problem);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Stint API',
        version: '1.0.0',
        description: 'Time tracking over REST. See docs/api/README.md for the conventions.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'This server' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'API token: `stint_…`.' },
          session: { type: 'apiKey', in: 'cookie', name: app.sessionCookie.name },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: ({ schema, url, route }) => ({ url, schema: describeRoute(schema, route) }),
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`),
    },
  });
}

export default fp(registerOpenapi, { name: 'stint-openapi', fastify: '5.x' });
