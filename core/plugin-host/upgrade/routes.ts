/** `/api/v1/plugins/upgrade-check`: which plugins another version of Stint would stop. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { PluginHost } from '../host.ts';
import { checkUpgrade } from './check.ts';
import { UpgradeQuery, UpgradeReport } from './schema.ts';

export function upgradeRoutes(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/plugins/upgrade-check',
      {
        config: { access: { scope: 'read:settings', role: 'admin' } },
        schema: {
          tags: ['Plugins'],
          operationId: 'checkPluginUpgrade',
          summary: 'Say which plugins would stop under another version of the plugin contract',
          querystring: UpgradeQuery,
          response: { 200: UpgradeReport },
        },
      },
      async (request) => {
        const found = host.list().map((plugin) => plugin.found);
        return checkUpgrade(found, request.query.contract);
      },
    );
  };
}
