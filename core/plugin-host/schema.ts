/** Plugins as administrators see them. */
import { CardDeclaration, type GuardPoint } from '@stint/plugin';
import { type Static, Type } from 'typebox';
import { Instant, Nullable, NullableInstant, OneOf } from '../infra/fields.ts';
import { pluginStates } from './state.ts';

export const PluginParams = Type.Object(
  { id: Type.String({ pattern: '^[a-z][a-z0-9_]{1,40}$' }) },
  { additionalProperties: false },
);

/** Where changes can be guarded. Stopping the clock is none of them, and never will be. */
export const guardPoints = [
  'timer.beforeStart',
  'entry.beforeCreate',
  'entry.beforeUpdate',
  'entry.beforeDelete',
  'settings.beforeSave',
] as const satisfies readonly GuardPoint[];

export const ClosedGuards = Type.Array(OneOf(guardPoints), {
  uniqueItems: true,
  description:
    'Guard points at which a change is refused when the plugin fails, is late or does not run. At all others it goes on without it.',
});

export const GuardsInput = Type.Object(
  { closed_guards: ClosedGuards },
  { additionalProperties: false },
);

export const PluginsQuery = Type.Object(
  {
    include_uninstalled: Type.Boolean({
      default: false,
      description: 'Those as well whose data is still kept.',
    }),
  },
  { additionalProperties: false },
);
export type PluginsQuery = Static<typeof PluginsQuery>;

export const PluginInfo = Type.Object({
  id: Type.String(),
  display_name: Type.String(),
  version: Type.String(),
  enabled: Type.Boolean(),
  state: OneOf(pluginStates),
  state_since: Instant,
  last_error: Nullable(Type.String()),
  closed_guards: ClosedGuards,
  uninstalled_at: Nullable(Instant),
  purge_at: Nullable(
    Type.Unsafe<Date>({ ...Instant, description: 'When its data goes, unless it is restored.' }),
  ),
  started_at: NullableInstant,
  timings: Nullable(
    Type.Record(Type.String(), Type.Integer(), {
      description:
        'Milliseconds of each step of its last start: migration, import, settings, set-up, routes.',
    }),
  ),
  retry_at: Nullable(
    Type.Unsafe<Date>({
      ...Instant,
      description: 'When it is started again by itself: it was not ready.',
    }),
  ),
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
  module: Nullable(
    Type.String({ description: 'Path of its JavaScript module; null without cards and pages.' }),
  ),
  cards: Type.Array(CardDeclaration),
  pages: Type.Array(
    Type.Object({
      address: Type.String({ description: 'Where the web app shows it: `/p/<id>/<path>`.' }),
      title: Type.String({ description: 'In your language, where the plugin has it.' }),
      icon: Nullable(Type.String()),
      card: Type.String({ description: 'Which of `cards` fills it.' }),
    }),
  ),
  commands: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String({ description: 'In your language, where the plugin has it.' }),
      icon: Nullable(Type.String()),
      keywords: Type.Array(Type.String()),
      opens: Nullable(Type.String({ description: 'An address of the web app.' })),
      calls: Nullable(
        Type.Object(
          { method: OneOf(['POST', 'PUT', 'PATCH', 'DELETE']), path: Type.String() },
          { description: 'A request without a body; `message` of its answer is for the person.' },
        ),
      ),
      confirm: Nullable(Type.String({ description: 'To be asked before `calls`.' })),
    }),
    { description: 'For the command palette. Each has either `opens` or `calls`.' },
  ),
  has_own_settings: Type.Boolean({
    description: 'Whether you can set something of it: `/me/plugins/<id>/settings`.',
  }),
  translations: Type.Array(Type.String(), { description: 'Languages of `i18n/<language>.json`.' }),
});
export type UiPlugin = Static<typeof UiPlugin>;
