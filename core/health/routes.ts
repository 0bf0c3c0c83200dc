/**
 * `/healthz` says that the process lives, `/readyz` that it can do its work: the database answers
 * and has the tables of this version and of the queue. Both say no more than that to strangers.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERR_BUSY } from '../errors.ts';
import { listBrokenPlugins } from './service.ts';

const open = { access: 'public' } as const;

const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const Ok = Type.Object({ ok: Type.Literal(true) });

  app.get(
    '/healthz',
    { config: open, schema: { hide: true, response: { 200: Ok } } },
    async () => ({ ok: true as const }),
  );

  app.get(
    '/readyz',
    { config: open, schema: { hide: true, response: { 200: Ok } } },
    async (request) => {
      await app.db
        .raw('SELECT FROM settings, graphile_worker.jobs LIMIT 0')
        .catch((error: Error) => {
          request.log.warn({ err: error }, 'not ready');
          throw new ERR_BUSY();
        });
      // A plugin that fails is no reason to send nobody here; where it is a test that asks, it is.
      const broken = app.config.PLUGINS_STRICT ? await listBrokenPlugins(app.db) : [];
      if (broken.length > 0) {
        request.log.warn({ plugins: broken }, 'not ready');
        throw new ERR_BUSY();
      }
      return { ok: true as const };
    },
  );
};

export default healthRoutes;
