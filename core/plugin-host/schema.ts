/** Plugins as administrators see them. */
import { CardDeclaration } from '@stint/plugin';
import { type Static, Type } from 'typebox';
import { Instant, Nullable, OneOf } from '../infra/fields.ts';
import { pluginStates } from './state.ts';

export const PluginParams = Type.Object(
  { id: Type.String({ pattern: '^[a-z][a-z0-9_]{1,40}$' }) },
  { additionalProperties: false },
);

export const PluginInfo = Type.Object({
  id: Type.String(),
  display_name: Type.String(),
  version: Type.String(),
  enabled: Type.Boolean(),
  state: OneOf(pluginStates),
  state_since: Instant,
  last_error: Nullable(Type.String()),
  crashes: Type.Integer({ description: 'How often the process ended while it was starting.' }),
  manifest: Type.Unknown({ description: 'What it declares: permissions, events, routes, …' }),
  issues: Type.Array(
    Type.Object({
      key: Type.String(),
      severity: OneOf(['warning', 'error']),
      message: Type.String(),
      action: Nullable(Type.String()),
      raised_at: Instant,
    }),
  ),
});
export type PluginInfo = Static<typeof PluginInfo>;

export const PluginSettings = Type.Object({
  schema: Type.Unknown({ description: 'JSON Schema; `x-secret` marks what is write-only.' }),
  values: Type.Unknown({ description: 'A secret is `{"set": true}` or `{"set": false}`.' }),
});

export const SettingsInput = Type.Record(Type.String(), Type.Unknown(), {
  description: 'All values. A secret that is absent or empty stays as it is; null deletes it.',
});

export const UninstallInput = Type.Object(
  {
    drop_data: Type.Boolean({
      description: 'Drops its tables, settings, secrets and links for good.',
    }),
  },
  { additionalProperties: false },
);

export const UiPlugin = Type.Object({
  id: Type.String(),
  display_name: Type.String(),
  version: Type.String(),
  module: Type.String({ description: 'Path of its JavaScript module.' }),
  cards: Type.Array(CardDeclaration),
});
export type UiPlugin = Static<typeof UiPlugin>;
