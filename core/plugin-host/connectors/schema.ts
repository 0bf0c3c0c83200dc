/** The connector surface on the wire: the same for every plugin that has connections. */
import { type Static, Type } from 'typebox';
import { Nullable, NullableInstant, OneOf } from '../../infra/fields.ts';
import { pluginStates } from '../state.ts';

export const healths = [
  'not_configured',
  'connected',
  'syncing',
  'degraded',
  'reconnect',
  'error',
  'disabled',
] as const;

export const NOT_CONFIGURED = { ok: false, error: 'Integration not configured' } as const;

const SyncCounts = {
  synced: Type.Optional(Type.Integer()),
  updated: Type.Optional(Type.Integer()),
  skipped: Type.Optional(Type.Integer()),
  errors: Type.Optional(Type.Array(Type.String())),
};

export const SyncState = Type.Object(
  {
    run: Type.String(),
    state: OneOf(['queued', 'running', 'retrying', 'done', 'failed']),
    asked_at: Type.String(),
    total: Type.Optional(Type.Integer()),
    ...SyncCounts,
  },
  { description: 'The last synchronisation, with its counts so far.' },
);
export type SyncState = Static<typeof SyncState>;

export const OauthInfo = Type.Object(
  {
    connect_path: Type.String({ description: 'Where a browser goes to connect, or connect anew.' }),
    redirect_uri: Type.String({ description: 'To be registered with the service.' }),
    scopes: Type.Array(Type.String()),
    missing: Type.Array(Type.String(), {
      description: 'Variables that an administrator has to set before anybody can connect.',
    }),
  },
  { description: 'Of a service to which one connects by OAuth 2.' },
);
export type OauthInfo = Static<typeof OauthInfo>;

/** With `ok: false` there is an `error`, `oauth` where that is the way to connect, and nothing else. */
export const ConnectorStatus = Type.Object({
  ok: Type.Boolean(),
  error: Type.Optional(Type.String()),
  health: Type.Optional(OneOf(healths)),
  last_sync_at: Type.Optional(NullableInstant),
  last_error: Type.Optional(Nullable(Type.String())),
  config: Type.Optional(
    Type.Unknown({ description: 'A secret is `{"set": true}` or `{"set": false}`.' }),
  ),
  webhooks: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.String(),
        url: Type.String(),
        steps: Type.Optional(
          Type.Array(Type.String(), { description: 'What to do there, step by step.' }),
        ),
      }),
      { description: 'Where the other side sends what happens there.' },
    ),
  ),
  sync: Type.Optional(Nullable(SyncState)),
  next_sync_at: Type.Optional(NullableInstant),
  oauth: Type.Optional(OauthInfo),
  generated: Type.Optional(
    Nullable(
      Type.Record(Type.String(), Type.String(), {
        description: 'Secrets that were made just now, by name. Shown this once.',
      }),
    ),
  ),
});

export const ConnectorForm = Type.Object({
  schema: Type.Unknown({ description: 'JSON Schema; `x-secret` marks what is write-only.' }),
  values: Type.Unknown({ description: 'What is kept, also after disconnecting.' }),
  oauth: Type.Optional(OauthInfo),
});

export const ConfigInput = Type.Record(Type.String(), Type.Unknown(), {
  description: 'All values. A secret that is absent or empty stays as it is; null deletes it.',
});

export const TestAnswer = Type.Object({
  ok: Type.Boolean(),
  message: Type.Optional(Type.String()),
  error: Type.Optional(Type.String()),
});
export type TestAnswer = Static<typeof TestAnswer>;

export const OptionsInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, description: 'What `x-optionsFrom` says.' }),
    values: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description:
          'The form so far, in which absent secrets are the stored ones. What is saved when absent.',
      }),
    ),
  },
  { additionalProperties: false },
);

export const Choices = Type.Array(
  Type.Object({ value: Type.Union([Type.String(), Type.Number()]), label: Type.String() }),
);

export const OptionsAnswer = Type.Object({
  ok: Type.Boolean(),
  error: Type.Optional(Type.String()),
  options: Type.Optional(Choices),
});
export type OptionsAnswer = Static<typeof OptionsAnswer>;

export const SyncInput = Type.Object(
  {
    all: Type.Optional(
      Type.Boolean({ description: "Everybody's connections; for administrators." }),
    ),
  },
  { additionalProperties: false },
);

export const SyncAnswer = Type.Object({
  ok: Type.Boolean(),
  error: Type.Optional(Type.String()),
  state: Type.Optional(Type.String()),
  asked: Type.Optional(Type.Integer({ description: 'How many connections, with `all`.' })),
  ...SyncCounts,
});
export type SyncAnswer = Static<typeof SyncAnswer>;

export const DisconnectAnswer = Type.Object({
  ok: Type.Boolean(),
  error: Type.Optional(Type.String()),
  warning: Type.Optional(
    Type.String({ description: 'What the other side may still hold: revoke it there.' }),
  ),
});
export type DisconnectAnswer = Static<typeof DisconnectAnswer>;

export const ConnectorInfo = Type.Object({
  id: Type.String(),
  display_name: Type.String(),
  description: Nullable(Type.String()),
  address: Type.String({ description: 'Below it are `status`, `config`, `test`, …' }),
  state: OneOf(pluginStates),
  health: OneOf(healths, { description: '`disabled` while the plugin does not run.' }),
  last_sync_at: NullableInstant,
  next_sync_at: {
    ...NullableInstant,
    description: 'When it is due by itself; null where nothing is tried.',
  },
  last_error: Nullable(Type.String()),
  can_sync: Type.Boolean(),
  has_webhooks: Type.Boolean(),
  connect_path: Nullable(
    Type.String({
      description: 'Where a browser goes to connect by OAuth 2, where that is the way.',
    }),
  ),
});
export type ConnectorInfo = Static<typeof ConnectorInfo>;
