/** What people see of their sessions, and what they send to sign in. Never a secret, never a hash. */
import { type Static, Type } from 'typebox';
import { Email, Id, Instant, Nullable, OneOf } from '../infra/fields.ts';
import { PageQuery, sortQuery } from '../infra/page.ts';
import { User } from '../users/schema.ts';
import { Password } from './passwords.ts';

export const GivenPassword = Type.String({ minLength: 1, maxLength: 256 });
export const LinkToken = Type.String({ minLength: 1, maxLength: 200 });

export const Login = Type.Object(
  { email: Email, password: GivenPassword },
  { additionalProperties: false },
);

export const SignedIn = Type.Object({ user: User });

/** The password was right, and there is no session yet. */
export const Challenged = Type.Object({
  second_factor: OneOf(['verify'], {
    description:
      '`verify`: send a code to `/auth/login/code`, from the same browser, in ten minutes.',
  }),
});

export const Invitation = Type.Object(
  { token: LinkToken, password: Password },
  { additionalProperties: false },
);
export type Invitation = Static<typeof Invitation>;

export const PasswordChange = Type.Object(
  {
    current_password: GivenPassword,
    new_password: Password,
    end_other_sessions: Type.Boolean({
      default: true,
      description: 'Signs every other browser out.',
    }),
  },
  { additionalProperties: false },
);
export type PasswordChange = Static<typeof PasswordChange>;

export const Session = Type.Object({
  id: Id,
  ip: Nullable(Type.String()),
  user_agent: Nullable(Type.String()),
  is_current: Type.Boolean({ description: 'The one that asks.' }),
  created_at: Instant,
  last_used_at: Instant,
  expires_at: { ...Instant, description: 'When it ends, used or not.' },
});
export type Session = Static<typeof Session>;

export const SessionQuery = Type.Object(
  { ...PageQuery.properties, sort: sortQuery(['created_at'], '-created_at') },
  { additionalProperties: false },
);
export type SessionQuery = Static<typeof SessionQuery>;
