/** Serves the OpenAPI document, with those of running plugins in it, and its self-hosted reference page. */
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

export interface OpenapiPagesOptions {
  /** The applications of plugins that run now, by name. */
  others?: () => { name: string; app: FastifyInstance }[];
}

interface Document {
  paths?: Record<string, unknown>;
  tags?: { name: string; description: string }[];
}

/** The core's document with the paths of the others. */
function mergeDocuments(core: Document, others: { name: string; document: Document }[]): Document {
  const withRoutes = others.filter(({ document }) => Object.keys(document.paths ?? {}).length > 0);
  return {
    ...core,
    paths: Object.assign({}, core.paths, ...withRoutes.map(({ document }) => document.paths)),
    tags: [
      ...(core.tags ?? []),
      ...withRoutes.map(({ name }) => ({ name, description: `The plugin ${name}.` })),
    ],
  };
}

async function registerOpenapiPages(
  app: FastifyInstance,
  { others = () => [] }: OpenapiPagesOptions,
): Promise<void> {
  const describe = () =>
    mergeDocuments(
      app.swagger() as Document,
      others().map(({ name, app: other }) => ({ name, document: other.swagger() as Document })),
    );

  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    describe(),
  );
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' };
    });
    await scope.register(swaggerUi, {
      routePrefix: '/api/docs',
      // No policy of its own: the one of every other answer is stricter, and enough for it.
      theme: { title: 'Stint API' },
      transformSpecification: () => describe() as never,
      uiConfig: {
        deepLinking: true,
        // Without the bar that loads documents of other servers.
        layout: 'BaseLayout',
        persistAuthorization: false,
        validatorUrl: null,
      },
    });
  });
}

export default fp(registerOpenapiPages, { name: 'stint-openapi-pages', fastify: '5.x' });
