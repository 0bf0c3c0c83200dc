/** Where the secret of somebody's authenticator lies: with the other secrets, so that a new key covers it. */
import type { Knex } from 'knex';
import type { KeyRing } from '../secrets/key-ring.ts';
import { deleteSecrets, readSecrets, writeSecret } from '../secrets/store.ts';

const PATH = '/totp';
const ownerOf = (userId: number) => `user:${userId}`;

export async function keepTotpSecret(
  db: Knex,
  keys: KeyRing,
  userId: number,
  secret: string,
): Promise<void> {
  await writeSecret(db, keys, ownerOf(userId), PATH, secret);
}

/**
 * Nothing where it went with a lost key: recovery codes and administrators are left.
 * @throws STINT_ERR_SECRET_KEY_UNKNOWN, STINT_ERR_SECRET_TAMPERED
 */
export async function readTotpSecret(
  db: Knex,
  keys: KeyRing,
  userId: number,
): Promise<string | undefined> {
  return (await readSecrets(db, keys, ownerOf(userId)))[PATH];
}

export async function deleteTotpSecret(db: Knex, userId: number): Promise<void> {
  await deleteSecrets(db, ownerOf(userId), PATH);
}
