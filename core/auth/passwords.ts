/**
 * Passwords: Argon2id with OWASP's first recommendation (19 MiB, 2 passes), constant work whether
 * the user exists or not, no composition rules (NIST SP 800-63B §3.1.1.2).
 */
import { hash, verify } from '@node-rs/argon2';
import { Type } from 'typebox';
import { atField } from '../errors.ts';
import { commonPasswords } from './common-passwords.ts';
import { ERR_PASSWORD_COMMON } from './errors.ts';

export const Password = Type.String({ minLength: 8, maxLength: 256 });

const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Compared against when there is no such user, so that both answers take the same time.
const nobody = hash('a password that nobody has', options);

/** @throws STINT_ERR_PASSWORD_COMMON */
export async function hashPassword(password: string, pointer = '/password'): Promise<string> {
  if (commonPasswords.has(password.toLowerCase()))
    throw atField(new ERR_PASSWORD_COMMON(), pointer);
  return hash(password.normalize('NFKC'), options);
}

export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return matches && stored != null;
}
