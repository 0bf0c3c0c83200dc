/** `/api/v1/me/connectors`: what the page of one's own connections shows. The rest is each plugin's. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { PluginHost } from '../host.ts';
import { listConnectors } from './connector-list.ts';
import { ConnectorInfo } from './schema.ts';

export function connectorRoutes(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/me/connectors',
      {
        config: { access: { scope: 'read:me' } },
        schema: {
          tags: ['Plugins'],
          operationId: 'listMyConnectors',
          summary: 'List what you can connect to, and how your connections are',
          response: { 200: Type.Object({ data: Type.Array(ConnectorInfo) }) },
        },
      },
      async (request) => ({ data: await listConnectors(request.context, host) }),
    );
  };
}
