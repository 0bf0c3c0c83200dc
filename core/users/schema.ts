/** The user resource: a person, their role and how they like time to be shown. */
import { type Static, Type } from 'typebox';
import { Password } from '../auth/passwords.ts';
import {
  Email,
  Id,
  Instant,
  Name,
  Nullable,
  OneOf,
  RoundingMinutes,
  RoundingMode,
  TimeZone,
} from '../infra/fields.ts';
import { ModifiedAfter, PageQuery, sortQuery } from '../infra/page.ts';

export const RoleSchema = OneOf(['admin', 'manager', 'member']);

/** What people set for themselves. */
const preferences = {
  time_zone: TimeZone,
  locale: Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$', examples: ['en', 'de'] }),
  week_start: Type.Integer({
    minimum: 1,
    maximum: 7,
    description: 'ISO day: 1 Monday to 7 Sunday.',
  }),
  date_format: OneOf(['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY']),
  time_format: OneOf(['24h', '12h']),
  switch_policy: OneOf(['keep', 'switch'], {
    description:
      'What starting a timer does while one runs: `keep` refuses, `switch` stops the first.',
  }),
  rounding_mode: Nullable(RoundingMode),
  rounding_minutes: Nullable(RoundingMinutes),
};

export const User = Type.Object({
  id: Id,
  email: Type.String(),
  name: Type.String(),
  role: RoleSchema,
  active: Type.Boolean(),
  ...preferences,
  version: Type.Integer(),
  created_at: Instant,
  updated_at: Instant,
});

export type User = Static<typeof User>;

/** A user as others see them: members are told no more than a name to pick. */
export const VisibleUser = Type.Object({
  ...Type.Partial(User).properties,
  id: Id,
  name: Type.String(),
  active: Type.Boolean(),
  two_factor_since: Type.Optional({
    ...Nullable(Instant),
    description: 'In lists for administrators: since when they sign in with a second factor.',
  }),
});
export type VisibleUser = Static<typeof VisibleUser>;

const InvitationUrl = Nullable(
  Type.String({
    description: 'Opens a page to choose a password; works once, for seven days. Shown once.',
  }),
);

export const UserCreated = Type.Object({
  ...User.properties,
  invitation_url: Type.Optional(InvitationUrl),
});

export const UserInvitation = Type.Object({ invitation_url: InvitationUrl });

export const MePatch = Type.Partial(Type.Object({ name: Name, ...preferences }), {
  additionalProperties: false,
  minProperties: 1,
});
export type MePatch = Static<typeof MePatch>;

export const UserCreate = Type.Object(
  {
    email: Email,
    name: Name,
    role: Type.Optional(RoleSchema),
    password: Type.Optional({
      ...Password,
      description: 'Without one, the answer holds an invitation link.',
    }),
    time_zone: Type.Optional(TimeZone),
  },
  { additionalProperties: false },
);
export type UserCreate = Static<typeof UserCreate>;

export const UserPatch = Type.Partial(
  Type.Object({
    email: Email,
    name: Name,
    role: RoleSchema,
    active: Type.Boolean(),
    ...preferences,
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type UserPatch = Static<typeof UserPatch>;

export const UserQuery = Type.Object(
  {
    ...PageQuery.properties,
    sort: sortQuery(['name', 'email', 'created_at'], 'name'),
    search: Type.Optional(
      Type.String({ maxLength: 200, description: 'Part of the name or address.' }),
    ),
    active: Type.Optional(Type.Boolean()),
    modified_after: ModifiedAfter,
  },
  { additionalProperties: false },
);
export type UserQuery = Static<typeof UserQuery>;
