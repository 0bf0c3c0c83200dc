/**
 * Codes for who lost their authenticator: ten, each good once. 120 random bits each, so that SHA-256 is
 * enough at rest (OWASP ASVS 5.0, 6.5.2: a slow hash is for secrets of less than 112 bits).
 */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { hashSecret } from '../auth/secrets.ts';

const COUNT = 10;
const CHARACTERS = 24;
// Neither 0 and o nor 1 and l are in it together: people copy them from paper. RFC 4648 base32.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Makes new ones; those before stop working. Call it in a transaction. */
export async function replaceRecoveryCodes(db: Knex, userId: number): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await deleteRecoveryCodes(db, userId);
  await db('recovery_codes').insert(
    codes.map((code) => ({ user_id: userId, code_hash: hashSecret(code) })),
  );
  return codes.map((code) => (code.match(/.{6}/g) as string[]).join('-'));
}

/** Uses one up. @param code without its hyphens, in lower case */
export async function useRecoveryCode(db: Knex, userId: number, code: string): Promise<boolean> {
  const used = await db('recovery_codes')
    .where({ user_id: userId, code_hash: hashSecret(code) })
    .delete();
  return used === 1;
}

export async function countRecoveryCodes(db: Knex, userId: number): Promise<number> {
  const row = await db('recovery_codes').where({ user_id: userId }).count({ left: '*' }).first();
  return Number(row?.left);
}

export async function deleteRecoveryCodes(db: Knex, userId: number): Promise<void> {
  await db('recovery_codes').where({ user_id: userId }).delete();
}

// 256 is a multiple of 32, so that each character is as likely as any other.
function newCode(): string {
  return Array.from(randomBytes(CHARACTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
