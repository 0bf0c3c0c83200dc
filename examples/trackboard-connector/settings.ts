/** What people set. The host draws both forms from this, checks the values and keeps the secrets apart. */
import type { Connection, PluginContext, SettingsOf } from '@stint/plugin';
import { Type } from 'typebox';

export const settings = {
  /** For administrators: the one host that the manifest allows, as `$base_url`. */
  instance: Type.Object({
    base_url: Type.String({
      title: 'Address of Trackboard',
      format: 'uri',
      default: 'https://trackboard.example',
    }),
  }),
  connection: Type.Object(
    {
      token: Type.String({ title: 'API token', 'x-secret': true, minLength: 1 }),
      login: Type.String({ title: 'Your name on Trackboard', minLength: 1, maxLength: 100 }),
      board: Type.String({
        title: 'Board',
        'x-optionsFrom': 'boards',
        examples: ['SHOP'],
        pattern: '^[A-Z][A-Z0-9]{0,19}$',
      }),
      default_project_id: Type.Integer({
        title: 'Project for its issues',
        'x-optionsFrom': 'stint.projects',
        minimum: 1,
      }),
      auto_start_timer: Type.Boolean({
        title: 'Start my timer when an issue is assigned to me',
        default: false,
      }),
      post_time: Type.Boolean({ title: 'Post my time to the issues', default: true }),
      digest_at: Type.Optional(
        Type.String({
          title: 'Tell me of my open issues at',
          'x-widget': 'time',
          pattern: '^(([01]\\d|2[0-3]):[0-5]\\d)?$',
        }),
      ),
      webhook_secret: Type.Optional(
        Type.String({ title: 'Secret of the webhook', 'x-secret': true, 'x-generate': true }),
      ),
    },
    { additionalProperties: false },
  ),
};

export type Context = PluginContext<typeof settings>;
export type Config = SettingsOf<typeof settings, 'connection'>;
export type TrackboardConnection = Connection<Config>;
