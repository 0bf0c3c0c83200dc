/**
 * Time-based one-time passwords: SHA-1, six digits, steps of 30 seconds, which is what every authenticator
 * understands. Source: RFC 6238, RFC 4226; the URI is that of Google Authenticator's Key Uri Format.
 */
import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Stint';
const PERIOD_SECONDS = 30;
/** Clocks differ and people type slowly: one step before, one after (RFC 6238 §5.2). */
const WINDOW = 1;
/** RFC 4226 §4 recommends 160 bits. */
const SECRET_BYTES = 20;

/** A new secret, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** @param label who it is for, as the authenticator shows it */
export function totpUri(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The step to which the code belongs, if it is one of those around `now`. */
export function matchStep(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

function totpOf(secret: string, label = ISSUER): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });
}
