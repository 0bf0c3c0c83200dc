/** The OpenAPI 3.1 document, made from the routes' own schemas, and its self-hosted reference page. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { Type } from 'typebox';

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
  Reports: 'Sums and lists over time entries.',
  Imports: 'Time from other trackers.',
  Settings: 'The instance: settings, locked periods, audit log.',
};

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
          session: { type: 'apiKey', in: 'cookie', name: 'stint_session' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`),
    },
  });
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/v1') || !route.schema) return;
    // Every route can refuse; one sentence here instead of one in each route.
    route.schema.response = {
      ...(route.schema.response as object),
      '4xx': {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
      },
    };
    if (route.config?.access === 'public') route.schema.security = [];
  });
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' };
    });
    await scope.register(swaggerUi, {
      routePrefix: '/api/docs',
      staticCSP: true,
      uiConfig: { deepLinking: true, persistAuthorization: false },
    });
  });
}

export default fp(registerOpenapi, { name: 'stint-openapi', fastify: '5.x' });
