/** What the page needs of plugins: which cards there are, and the modules that hold them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ERR_NOT_FOUND } from '../errors.ts';
import type { PluginHost } from './host.ts';
import { UiPlugin } from './schema.ts';
import { readUiFile } from './ui-module.ts';
import { listUiPlugins } from './ui-service.ts';

const UiParams = Type.Object(
  { id: Type.String(), version: Type.String(), '*': Type.String() },
  { additionalProperties: false },
);

/** Below `/api/v1`. */
export function uiRoutes(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/ui/plugins',
      {
        config: { access: { scope: 'read:me' } },
        schema: {
          tags: ['Plugins'],
          operationId: 'listUiPlugins',
          summary: 'List the cards of running plugins that you may see',
          response: { 200: Type.Object({ data: Type.Array(UiPlugin) }) },
        },
      },
      async (request) => ({ data: listUiPlugins(request.context, host) }),
    );
  };
}

/** `/plugins/<id>/<version>/ui.js`: public, since a page loads modules without credentials. */
export function uiModuleRoutes(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/plugins/:id/:version/*',
      { config: { access: 'public' }, schema: { hide: true, params: UiParams } },
      async (request, reply) => {
        const { id, version, '*': name } = request.params;
        const plugin = host.get(id);
        // Only the version that runs: what a path answers is kept by browsers for good.
        const isHere = plugin?.run && plugin.found.package?.version === version;
        const file = isHere ? await readUiFile(plugin, name) : undefined;
        if (!file) throw new ERR_NOT_FOUND('file', `${id}/${version}/${name}`);
        reply.header('cache-control', 'public, max-age=31536000, immutable').type(file.type);
        return reply.send(file.content);
      },
    );
  };
}
