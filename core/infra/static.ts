/**
 * The web app's files, and its one page under every address that a person may open. An address of the
 * API is never answered by the page.
 */
import { readdir } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import fp from 'fastify-plugin';
import { ERR_ROUTE_NOT_FOUND } from '../errors.ts';
import { readPage } from './web-app/page.ts';

const YEAR_SECONDS = 31_536_000;
const NO_APP =
  'The web app could not be built; the log of the server says why. The API is there: /api/docs\n';
// Never the page's, whether there is such a route or not.
const machine = /^\/(api|assets|plugins|healthz|readyz)(\/|$)/;

export interface StaticOptions {
  /** The folder of the built web app. Absent where no page is wanted, and where it could not be built. */
  webApp?: string;
}

async function registerStatic(app: FastifyInstance, { webApp }: StaticOptions): Promise<void> {
  const page = webApp === undefined ? undefined : await readPage(webApp);
  // Files at the root, such as the icon. The page has a route of its own.
  const names = webApp === undefined ? [] : await readdir(webApp);
  const rootFiles = new Set(names.filter((name) => /\.(svg|png|ico|js|webmanifest)$/.test(name)));

  function sendPage(reply: FastifyReply) {
    if (!page) return reply.code(503).type('text/plain; charset=utf-8').send(NO_APP);
    reply.header('content-security-policy', page.policy);
    reply.header('cache-control', 'no-cache').header('etag', page.etag);
    if (reply.request.headers['if-none-match'] === page.etag) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(page.html);
  }

  await app.register(async (scope) => {
    if (webApp !== undefined) {
      await scope.register(fastifyStatic, {
        root: webApp,
        serve: false,
        preCompressed: true,
        cacheControl: false,
      });
    }
    const options = { config: { access: 'public' }, schema: { hide: true } } as const;
    scope.get('/assets/*', options, (request, reply) => {
      if (webApp === undefined) throw notFound(request.url);
      // The name holds a hash of the content.
      reply.header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`);
      return reply.sendFile(`assets/${(request.params as { '*': string })['*']}`);
    });
    scope.get('/*', options, (request, reply) => {
      const path = request.url.split('?')[0] as string;
      if (rootFiles.has(path.slice(1))) {
        return reply.header('cache-control', 'no-cache').sendFile(path.slice(1));
      }
      const takesPages = /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
      if (machine.test(path) || !takesPages) throw notFound(path);
      return sendPage(reply);
    });
  });
}

function notFound(path: string): Error {
  return new ERR_ROUTE_NOT_FOUND(`GET ${path}`);
}

export default fp(registerStatic, { name: 'stint-static', fastify: '5.x' });
