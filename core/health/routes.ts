/**
 * `/healthz` says that the process lives, `/readyz` that it can do its work: the database answers
 * and has the tables of this version and of the queue. Both say no more than that to strangers.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERR_BUSY } from '../errors.ts';

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
      return { ok: true as const };
    },
  );
};

export default healthRoutes;
