/** The files of the web page, under the strict policy of `security-headers.ts`. */
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const root = fileURLToPath(new URL('../../ui/welcome', import.meta.url));

async function registerStatic(app: FastifyInstance): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' };
      route.schema = { ...route.schema, hide: true };
    });
    await scope.register(fastifyStatic, { root, prefix: '/welcome/' });
    for (const page of ['/', '/setup'])
      scope.get(page, (_request, reply) => reply.sendFile('index.html'));
  });
}

export default fp(registerStatic, { name: 'stint-static', fastify: '5.x' });
