/**
 * `/api/plugins/<id>/*`, and the aliases that a plugin declares: hands a request to the instance of
 * that plugin as it came. The core reads neither its body nor who sent it; the instance does, with the
 * same hooks as the core.
 */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { ERR_NOT_FOUND, ERR_ROUTE_NOT_FOUND } from '../errors.ts';
import { ERR_PLUGIN_UNAVAILABLE } from './errors.ts';
import type { PluginHost } from './host.ts';
import { prefixOf } from './mount.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function mountRoutes(host: PluginHost): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    // Not here: the plugin's instance reads the stream.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, done) => done(null));
    app.route<{ Params: { id: string } }>({
      method: methods,
      url: '/api/plugins/:id/*',
      config: { access: 'public', isHandedOn: true },
      schema: { hide: true },
      // Before validation, serialisation and everything else that would look at it.
      onRequest: async (request, reply) => {
        const { id } = request.params;
        const plugin = host.get(id);
        if (!plugin) throw new ERR_NOT_FOUND('plugin', id);
        const mount = plugin.run?.mount;
        if (!mount) throw new ERR_PLUGIN_UNAVAILABLE(id, plugin.state);
        reply.hijack();
        mount.routing(request.raw, reply.raw);
      },
      handler: async () => {},
    });

    // Addresses that others know already: the same instance, under its own prefix.
    app.route<{ Params: { name: string } }>({
      method: methods,
      url: '/api/integrations/:name/*',
      config: { access: 'public', isHandedOn: true },
      schema: { hide: true },
      onRequest: async (request, reply) => {
        const alias = `/api/integrations/${request.params.name}`;
        const plugin = host.findByAlias(alias);
        const { url = '' } = request.raw;
        // As it is written, or not at all: what is escaped differently is another path.
        if (!plugin || !url.startsWith(`${alias}/`)) throw new ERR_ROUTE_NOT_FOUND(alias);
        const mount = plugin.run?.mount;
        if (!mount) throw new ERR_PLUGIN_UNAVAILABLE(plugin.id, plugin.state);
        request.raw.url = prefixOf(plugin.id) + url.slice(alias.length);
        reply.hijack();
        mount.routing(request.raw, reply.raw);
      },
      handler: async () => {},
    });
  };
}
