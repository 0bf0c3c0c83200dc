/** Deliveries as people see them. */
import { type Static, Type } from 'typebox';
import { EntryId, Id, Instant, Nullable, NullableInstant, OneOf } from '../../infra/fields.ts';

export const deliveryOutcomes = ['pending', 'processed', 'skipped', 'retrying', 'failed'] as const;
export type DeliveryOutcome = (typeof deliveryOutcomes)[number];

const fields = {
  id: EntryId,
  connection_id: Id,
  user_id: Id,
  webhook: Type.String(),
  delivery_id: Type.String({
    description: "The sender's own id; one that repeats it is not kept.",
  }),
  received_at: Instant,
  outcome: OneOf(deliveryOutcomes),
  detail: Nullable(Type.String({ description: 'What was done, or why not.' })),
  processed_at: NullableInstant,
};

export const DeliveryInfo = Type.Object(fields);
export type DeliveryInfo = Static<typeof DeliveryInfo>;

export const DeliveryDetail = Type.Object({
  ...fields,
  headers: Type.Record(Type.String(), Type.String()),
  body: Type.Unknown(),
});
export type DeliveryDetail = Static<typeof DeliveryDetail>;

export const DeliveryParams = Type.Object(
  { delivery_id: EntryId },
  { additionalProperties: false },
);

export const DeliveryQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,15}$', description: '`next_cursor` of the page before.' }),
    ),
    outcome: Type.Optional(OneOf(deliveryOutcomes)),
  },
  { additionalProperties: false },
);
export type DeliveryQuery = Static<typeof DeliveryQuery>;

export const ReceiverParams = Type.Object(
  { receiver_id: Type.String({ pattern: '^[\\w-]{20,64}$' }) },
  { additionalProperties: false },
);
