/** Events as machines read them. */
import { type Static, Type } from 'typebox';
import { EntryId, OneOf } from '../infra/fields.ts';

const Image = Type.Record(Type.String(), Type.Unknown());
/** As in the event itself: what plugins say may be anything. */
const Free = Type.Unsafe<Record<string, unknown> | null>({
  type: ['object', 'null'],
  additionalProperties: true,
});

export const Event = Type.Object({
  id: Type.String({ description: 'Stable over all deliveries: a key for idempotency.' }),
  type: Type.String({ examples: ['timer.started'] }),
  v: Type.Integer({ description: 'Version of the shape of `data`.' }),
  timestamp: Type.String({ format: 'date-time', description: 'When it happened, UTC.' }),
  seq: Type.Integer({
    description: 'Version of the entity after the change. A smaller one than you know is old news.',
  }),
  entity: Type.Object({ type: Type.String(), id: EntryId }),
  actor: { ...Free, description: 'Who did it: `user_id` and `via`.' },
  origin: { ...Free, description: 'The plugin and connection that it came through, if any.' },
  data: { ...Image, description: 'The row after the change; before it, for a deletion.' },
  previous: {
    ...Free,
    description:
      'The row before a change; null for a creation, a deletion, or what you may not see.',
  },
});
export type Event = Static<typeof Event>;

export const EventPage = Type.Object({
  data: Type.Array(Event),
  next_cursor: Type.String({
    description: 'Where to go on, now or later; there is one on the last page, too.',
  }),
  has_more: Type.Boolean({ description: 'There is more already. A page may be empty and say so.' }),
});

export const EventQuery = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    cursor: Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,15}$',
        description: '`next_cursor` of the page before, or the last `id` of the stream.',
      }),
    ),
    from: OneOf(['oldest', 'newest'], {
      default: 'oldest',
      description: 'Where to begin without a cursor. `newest` answers nothing but a cursor.',
    }),
    type: Type.Optional(
      Type.String({
        maxLength: 1000,
        pattern: '^[a-z0-9_.,]+$',
        description: 'Only these types, separated by commas.',
        examples: ['timer.started,timer.stopped'],
      }),
    ),
  },
  { additionalProperties: false },
);
export type EventQuery = Static<typeof EventQuery>;
