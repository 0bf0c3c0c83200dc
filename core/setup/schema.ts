/** What the first run asks for. */
import { type Static, Type } from 'typebox';
import { Password } from '../auth/passwords.ts';
import { LinkToken } from '../auth/schema.ts';
import { Currency, Email, Name, TimeZone } from '../infra/fields.ts';

export const Setup = Type.Object(
  {
    token: { ...LinkToken, description: 'From the link that Stint prints at its first start.' },
    email: Email,
    name: Name,
    password: Password,
    time_zone: Type.Optional({
      ...TimeZone,
      description: 'IANA time zone; by default the one of the machine that runs Stint.',
    }),
    currency: Type.Optional(Currency),
  },
  { additionalProperties: false },
);
export type Setup = Static<typeof Setup>;

export const SetupState = Type.Object({ done: Type.Boolean() });
