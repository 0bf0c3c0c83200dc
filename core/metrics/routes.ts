/** `/metrics`: numbers in Prometheus' text format, for a token of an administrator. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Metrics } from '../infra/metrics.ts';

const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8';

export function metricsRoutes(metrics: Metrics): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/metrics',
      {
        config: { access: { scope: 'read:metrics', role: 'admin' } },
        schema: { hide: true, response: { 200: Type.String() } },
      },
      async (_request, reply) => {
        const text = await metrics.render();
        reply.type(TEXT_FORMAT);
        return text;
      },
    );
  };
}
