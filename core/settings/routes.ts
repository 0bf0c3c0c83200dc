/** `/api/v1/settings`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import { SettingsPatch, SettingsRow } from './schema.ts';
import { getSettings, updateSettings } from './service.ts';

const tags = ['Settings'];

const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/settings',
    {
      config: { access: { scope: 'read:settings' } },
      schema: {
        tags,
        operationId: 'getSettings',
        summary: 'Read the settings of the instance',
        response: { 200: SettingsRow },
      },
    },
    async (request, reply) => withEtag(reply, await getSettings(request.context)),
  );

  app.patch(
    '/settings',
    {
      config: { access: { scope: 'write:settings', role: 'admin' } },
      schema: {
        tags,
        operationId: 'updateSettings',
        summary: 'Change settings of the instance',
        body: SettingsPatch,
        response: { 200: SettingsRow },
      },
    },
    async (request, reply) =>
      withEtag(reply, await updateSettings(request.context, request.body, ifMatch(request))),
  );
};

export default settingsRoutes;
