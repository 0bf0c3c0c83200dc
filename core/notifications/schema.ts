/** The notification resource: a line that somebody or something wrote to one person. */
import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, NullableInstant } from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';

export const Notification = Type.Object({
  id: Id,
  user_id: Id,
  plugin_id: { ...Nullable(Type.String()), description: 'Who sent it; null for Stint itself.' },
  key: {
    ...Nullable(Type.String()),
    description: 'What it is about: a person gets one of a key from each sender.',
  },
  text: Type.String({ description: "Plain text, in the person's language." }),
  link: { ...Nullable(Type.String()), description: 'A path of the page to open.' },
  created_at: Instant,
  read_at: NullableInstant,
});
export type Notification = Static<typeof Notification>;

export const NotificationQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['created_at'], '-created_at'),
    unread: Type.Optional(Type.Boolean({ description: 'Only those that were not read, or were.' })),
  },
  { additionalProperties: false },
);
export type NotificationQuery = Static<typeof NotificationQuery>;

export const NotificationsRead = Type.Object(
  {
    ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })),
    up_to: Type.Optional({ ...Id, description: 'This one, and all that are older.' }),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
);
export type NotificationsRead = Static<typeof NotificationsRead>;

/** What is sent. The limits hold for everybody who sends. */
export const NotificationInput = Type.Object(
  {
    user_id: Id,
    plugin_id: Nullable(Type.String()),
    text: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
    link: Type.Optional(
      Type.String({
        maxLength: 500,
        // A path, and none that a browser takes for another host.
        pattern: '^/(?![/\\\\])[^\\s\\\\]*$',
      }),
    ),
    key: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type NotificationInput = Static<typeof NotificationInput>;
