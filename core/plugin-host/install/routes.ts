/** `/api/v1/plugins/install` and the versions of a plugin. The body of an installation is the npm tarball itself. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyContextConfig } from 'fastify';
import { Type } from 'typebox';
import type { PluginHost } from '../host.ts';
import { PluginInfo, PluginParams } from '../schema.ts';
import { getPlugin } from '../service.ts';
import { ERR_PLUGIN_ARCHIVE } from './errors.ts';
import { MAX_ARCHIVE_BYTES } from './package-files.ts';
import { InstallQuery, InstallReport, PluginVersion, RollbackInput } from './schema.ts';
import { installArchive, listPluginVersions, rollBackPlugin } from './service.ts';

const read: FastifyContextConfig = { access: { scope: 'read:settings', role: 'admin' } };
const install: FastifyContextConfig = { access: { scope: 'write:plugins', role: 'admin' } };
const tags = ['Plugins'];

export function installRoutes(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(uploadRoute(host));

    app.get(
      '/plugins/:id/versions',
      {
        config: read,
        schema: {
          tags,
          operationId: 'listPluginVersions',
          summary: 'List the versions of a plugin that were installed',
          params: PluginParams,
          response: { 200: Type.Object({ data: Type.Array(PluginVersion) }) },
        },
      },
      async (request) => ({
        data: await listPluginVersions(request.context, host, request.params.id),
      }),
    );

    app.post(
      '/plugins/:id/rollback',
      {
        config: install,
        schema: {
          tags,
          operationId: 'rollBackPlugin',
          summary: 'Go back to the version before, without a restart',
          description: 'What the newer version did to its tables stays.',
          params: PluginParams,
          body: RollbackInput,
          response: { 200: PluginInfo },
        },
      },
      async (request) => {
        const { context, params, body } = request;
        await rollBackPlugin(context, host, params.id, body.version);
        return getPlugin(context, params.id);
      },
    );
  };
}

/** Apart, since only here a body is a file. */
function uploadRoute(host: PluginHost): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      ['application/gzip', 'application/octet-stream'],
      { parseAs: 'buffer' },
      (_request, body, done) => done(null, body),
    );
    app.post(
      '/plugins/install',
      {
        config: install,
        bodyLimit: MAX_ARCHIVE_BYTES,
        schema: {
          tags,
          operationId: 'installPlugin',
          summary: 'Install a plugin from an npm tarball, or look at it',
          description: 'A dry run unless `dry_run=false`. See docs/admin/plugins.md.',
          querystring: InstallQuery,
          body: {
            content: {
              'application/gzip': {
                // No `type`: it arrives as bytes.
                schema: Type.Unsafe<Buffer>({
                  description: 'What `npm pack` makes, at most 20 MB.',
                }),
              },
            },
          },
          response: { 200: InstallReport },
        },
      },
      (request) => {
        const archive: unknown = request.body;
        if (!Buffer.isBuffer(archive)) throw new ERR_PLUGIN_ARCHIVE('the body is empty');
        return installArchive(request.context, host, archive, request.query);
      },
    );
  };
}
