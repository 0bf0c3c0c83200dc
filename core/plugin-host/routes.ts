/** `/api/v1/plugins`: what is here, in which state, and switching it on and off. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyContextConfig } from 'fastify';
import { Type } from 'typebox';
import type { KeyRing } from '../secrets/key-ring.ts';
import type { PluginHost } from './host.ts';
import { restorePlugin, uninstallPlugin } from './removal.ts';
import {
  GuardsInput,
  PluginInfo,
  PluginParams,
  PluginSettings,
  PluginsQuery,
  SettingsInput,
  UninstallInput,
} from './schema.ts';
import {
  closeGuards,
  disablePlugin,
  enablePlugin,
  findPlugin,
  getPlugin,
  listPlugins,
} from './service.ts';
import { saveSettings, showSettings } from './settings/store.ts';

const read: FastifyContextConfig = { access: { scope: 'read:settings', role: 'admin' } };
const write: FastifyContextConfig = { access: { scope: 'write:settings', role: 'admin' } };
const ownRead: FastifyContextConfig = { access: { scope: 'read:me' } };
const ownWrite: FastifyContextConfig = { access: { scope: 'write:me' } };
const tags = ['Plugins'];
const params = PluginParams;

export function pluginRoutes(host: PluginHost, keys: KeyRing): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/plugins',
      {
        config: read,
        schema: {
          tags,
          operationId: 'listPlugins',
          summary: 'List plugins and their states',
          querystring: PluginsQuery,
          response: { 200: Type.Object({ data: Type.Array(PluginInfo) }) },
        },
      },
      async (request) => ({ data: await listPlugins(request.context, request.query) }),
    );

    app.get(
      '/plugins/:id',
      {
        config: read,
        schema: {
          tags,
          operationId: 'getPlugin',
          summary: 'Read a plugin',
          params,
          response: { 200: PluginInfo },
        },
      },
      (request) => getPlugin(request.context, request.params.id),
    );

    app.get(
      '/plugins/:id/diagnostics',
      {
        config: read,
        schema: {
          tags,
          operationId: 'getPluginDiagnostics',
          summary: 'What a plugin tells somebody who looks into a problem, without secrets',
          params,
          response: { 200: Type.Object({ data: Type.Unknown() }) },
        },
      },
      async (request) => ({ data: await findPlugin(host, request.params.id).diagnostics() }),
    );

    app.post(
      '/plugins/:id/enable',
      {
        config: write,
        schema: {
          tags,
          operationId: 'enablePlugin',
          summary: 'Start a plugin, at once',
          params,
          response: { 200: PluginInfo },
        },
      },
      (request) => enablePlugin(request.context, host, request.params.id),
    );

    app.post(
      '/plugins/:id/disable',
      {
        config: write,
        schema: {
          tags,
          operationId: 'disablePlugin',
          summary: 'Stop a plugin, at once',
          params,
          response: { 200: PluginInfo },
        },
      },
      (request) => disablePlugin(request.context, host, request.params.id),
    );

    app.post(
      '/plugins/:id/uninstall',
      {
        config: write,
        schema: {
          tags,
          operationId: 'uninstallPlugin',
          summary: 'Remove a plugin, with or without its data',
          description: 'Data that is not dropped is kept for 30 days.',
          params,
          body: UninstallInput,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await uninstallPlugin(request.context, host, request.params.id, request.body.drop_data);
        reply.code(204);
        return null;
      },
    );

    app.post(
      '/plugins/:id/restore',
      {
        config: write,
        schema: {
          tags,
          operationId: 'restorePlugin',
          summary: 'Bring back a plugin that was uninstalled, with its data',
          description:
            'Within 30 days. Where its files are gone as well, install it again instead.',
          params,
          response: { 200: PluginInfo },
        },
      },
      async (request) => {
        await restorePlugin(request.context, host, request.params.id);
        return getPlugin(request.context, request.params.id);
      },
    );

    app.put(
      '/plugins/:id/guards',
      {
        config: write,
        schema: {
          tags,
          operationId: 'putPluginGuards',
          summary: 'Choose where a change needs the word of a plugin',
          description: 'Stopping the clock asks no plugin. Disabling the plugin ends it at once.',
          params,
          body: GuardsInput,
          response: { 200: PluginInfo },
        },
      },
      (request) => {
        const { context, params, body } = request;
        return closeGuards(context, findPlugin(host, params.id), body.closed_guards);
      },
    );

    for (const scope of ['instance', 'user'] as const) {
      const isOwn = scope === 'user';
      const path = isOwn ? '/me/plugins/:id/settings' : '/plugins/:id/settings';
      const name = isOwn ? 'MyPluginSettings' : 'PluginSettings';
      const userOf = (request: { context: { actor: { user_id?: number } } }) =>
        isOwn ? (request.context.actor.user_id as number) : null;

      app.get(
        path,
        {
          config: isOwn ? ownRead : read,
          schema: {
            tags,
            operationId: `get${name}`,
            summary: `Read ${isOwn ? 'your own' : "the instance's"} settings of a plugin`,
            params,
            response: { 200: PluginSettings },
          },
        },
        (request) =>
          showSettings(request.context, findPlugin(host, request.params.id), userOf(request)),
      );

      app.put(
        path,
        {
          config: isOwn ? ownWrite : write,
          schema: {
            tags,
            operationId: `put${name}`,
            summary: `Set ${isOwn ? 'your own' : "the instance's"} settings of a plugin`,
            params,
            body: SettingsInput,
            response: { 200: PluginSettings },
          },
        },
        async (request) => {
          const plugin = findPlugin(host, request.params.id);
          await saveSettings(request.context, keys, plugin, userOf(request), request.body);
          if (!isOwn) await host.restart(plugin.id);
          return showSettings(request.context, plugin, userOf(request));
        },
      );
    }
  };
}
