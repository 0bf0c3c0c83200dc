/** Random secrets that are shown once and kept as SHA-256 only: API tokens, sessions, links. */
import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as text, with a prefix that lets a scanner find a leaked one. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** A 256-bit random secret needs no salt and no slow hash; a password does (`passwords.ts`). */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
