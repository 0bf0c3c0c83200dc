/** Outgoing webhooks: what is sent where, the log of what was, and asking for it again. */
import { type Static, Type } from 'typebox';
import {
  EntryId,
  Id,
  Instant,
  InstantInput,
  Name,
  Nullable,
  NullableInstant,
  OneOf,
} from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';

const Ids = (description: string) =>
  Type.Array(Id, { maxItems: 200, uniqueItems: true, description });

const fields = {
  name: Name,
  url: Type.String({
    minLength: 1,
    maxLength: 2000,
    description:
      'Called by POST. Only addresses of the public internet, and those of OUTGOING_ALLOW_PRIVATE.',
    examples: ['https://example.com/stint'],
  }),
  event_types: Type.Array(
    Type.String({ maxLength: 100, pattern: '^[a-z][a-z0-9_]*\\.[a-z0-9_.]+$' }),
    {
      maxItems: 200,
      uniqueItems: true,
      description: 'Only these types of events; all where empty.',
      examples: [['timer.started', 'timer.stopped']],
    },
  ),
  project_ids: Ids('Only what is about these projects; everything where empty.'),
  user_ids: Ids('Only what is about these people; everybody where empty.'),
  enabled: Type.Boolean(),
};

export const Webhook = Type.Object({
  id: Id,
  user_id: { ...Id, description: 'Whose it is: it gets what they may see.' },
  ...fields,
  disabled_reason: {
    ...Nullable(OneOf(['failing', 'gone'])),
    description:
      'Why Stint switched it off: nothing arrived in three days, or the receiver answered 410. Null where it did not.',
  },
  failures: Type.Integer({ description: 'Attempts that failed since the last that did not.' }),
  paused_until: {
    ...NullableInstant,
    description: 'After failures in a row nothing is sent until then.',
  },
  last_success_at: NullableInstant,
  previous_secret_until: {
    ...NullableInstant,
    description: 'Until then requests are signed with the secret before, too.',
  },
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});
export type Webhook = Static<typeof Webhook>;

export const WebhookWithSecret = Type.Object({
  ...Webhook.properties,
  secret: {
    ...Nullable(Type.String({ examples: ['whsec_…'] })),
    description: 'In this answer only; null when the answer is replayed.',
  },
});

export const WebhookCreate = Type.Object(
  {
    name: fields.name,
    url: fields.url,
    event_types: Type.Optional(fields.event_types),
    project_ids: Type.Optional(fields.project_ids),
    user_ids: Type.Optional(fields.user_ids),
    enabled: Type.Optional(fields.enabled),
  },
  { additionalProperties: false },
);
export type WebhookCreate = Static<typeof WebhookCreate>;

export const WebhookPatch = Type.Partial(WebhookCreate, {
  additionalProperties: false,
  minProperties: 1,
});
export type WebhookPatch = Static<typeof WebhookPatch>;

export const WebhookQuery = Type.Object(
  { ...PageQuery.properties, sort: sortQuery(['name', 'created_at'], 'name') },
  { additionalProperties: false },
);
export type WebhookQuery = Static<typeof WebhookQuery>;

export const EventTypes = Type.Object({ data: Type.Array(Type.String()) });

const States = ['waiting', 'delivered', 'failed'] as const;

export const Delivery = Type.Object({
  id: EntryId,
  webhook_id: Id,
  event_id: Type.String({ description: 'The `webhook-id` of all its attempts.' }),
  event_type: Type.String(),
  entity_type: Type.String(),
  entity_id: EntryId,
  seq: Type.Integer(),
  state: OneOf(States),
  is_replay: Type.Boolean(),
  attempts: Type.Integer(),
  created_at: Instant,
  next_attempt_at: NullableInstant,
  last_attempt_at: NullableInstant,
  last_status: {
    ...Nullable(Type.Integer()),
    description: 'Of the last answer; null where none came.',
  },
  last_error: {
    ...Nullable(Type.String()),
    description: 'Code of what kept the answer from coming.',
  },
  last_duration_ms: Nullable(Type.Integer()),
});
export type Delivery = Static<typeof Delivery>;

export const Attempt = Type.Object({
  attempted_at: Instant,
  status: Nullable(Type.Integer()),
  error: Nullable(Type.String()),
  duration_ms: Type.Integer(),
});
export type Attempt = Static<typeof Attempt>;

export const DeliveryDetail = Type.Object({
  ...Delivery.properties,
  request: Type.Unsafe<{ url: string; headers: Record<string, string> } | null>({
    type: ['object', 'null'],
    additionalProperties: true,
    description: 'Address and headers of the last attempt.',
  }),
  body: { ...Nullable(Type.String()), description: 'What the last attempt sent.' },
  log: Type.Array(Attempt),
});

export const DeliveryQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['id'], '-id'),
    state: Type.Optional(OneOf(States)),
  },
  { additionalProperties: false },
);
export type DeliveryQuery = Static<typeof DeliveryQuery>;

export const ReplaySpan = Type.Object(
  { from: InstantInput, to: InstantInput },
  { additionalProperties: false },
);
export type ReplaySpan = Static<typeof ReplaySpan>;

export const Queued = Type.Object({
  queued: Type.Integer({ description: 'How many events will be sent once more.' }),
});

export const DeliveryParams = Type.Object(
  { id: Id, delivery_id: EntryId },
  { additionalProperties: false },
);
