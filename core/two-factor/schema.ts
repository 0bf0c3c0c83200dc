/** What people send for their second factor, and what they are told of it. The secret is shown once. */
import { type Static, Type } from 'typebox';
import { GivenPassword } from '../auth/schema.ts';
import { Instant, Nullable } from '../infra/fields.ts';

export const Code = Type.String({
  minLength: 6,
  maxLength: 64,
  description:
    'Six digits of the authenticator, or a recovery code; spaces and hyphens do not matter.',
});

export const TwoFactor = Type.Object({
  confirmed_at: { ...Nullable(Instant), description: 'Since when it is on; null: it is off.' },
  recovery_codes_left: Type.Integer(),
});
export type TwoFactor = Static<typeof TwoFactor>;

export const PasswordProof = Type.Object(
  { current_password: GivenPassword },
  { additionalProperties: false },
);

export const CodeProof = Type.Object({ code: Code }, { additionalProperties: false });

export const FullProof = Type.Object(
  { current_password: GivenPassword, code: Code },
  { additionalProperties: false },
);
export type FullProof = Static<typeof FullProof>;

export const Enrolment = Type.Object({
  uri: Nullable(
    Type.String({
      description: 'For an authenticator, as text or QR code: `otpauth://totp/…`. Shown once.',
    }),
  ),
});

export const RecoveryCodes = Type.Object({
  recovery_codes: Nullable(
    Type.Array(Type.String(), { description: 'Each opens once, in place of a code. Shown once.' }),
  ),
});
