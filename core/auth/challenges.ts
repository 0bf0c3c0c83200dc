/**
 * Between the password and the second factor: who gave the right password holds a challenge, which is
 * no session and opens nothing but the next step. Only its hash is kept.
 */
import type { Knex } from 'knex';
import type { Clock } from '../infra/clock.ts';
import { ERR_LOGIN_EXPIRED } from './errors.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** Long enough to find a telephone. */
export const CHALLENGE_SECONDS = 600;

/** @returns its secret, for a cookie of the browser that gave the password */
export async function createChallenge(db: Knex, clock: Clock, userId: number): Promise<string> {
  const secret = newSecret();
  const now = clock.now();
  await db('login_challenges').insert({
    token_hash: hashSecret(secret),
    user_id: userId,
    created_at: now,
    expires_at: new Date(now.getTime() + CHALLENGE_SECONDS * 1000),
  });
  return secret;
}

/**
 * Whose challenge it is.
 * @throws STINT_ERR_LOGIN_EXPIRED
 */
export async function readChallenge(
  db: Knex,
  clock: Clock,
  secret: string | undefined,
): Promise<number> {
  const row = await db('login_challenges')
    .where({ token_hash: hashSecret(secret ?? '') })
    .where('expires_at', '>', clock.now())
    .first('user_id');
  if (!row) throw new ERR_LOGIN_EXPIRED();
  return row.user_id;
}

/**
 * Uses it up. Of two requests with the same one, the second finds nothing.
 * @throws STINT_ERR_LOGIN_EXPIRED
 */
export async function useChallenge(db: Knex, secret: string | undefined): Promise<void> {
  const used = await db('login_challenges')
    .where({ token_hash: hashSecret(secret ?? '') })
    .delete();
  if (used === 0) throw new ERR_LOGIN_EXPIRED();
}

/** Takes all back that somebody holds. */
export async function deleteChallengesOf(db: Knex, userId: number): Promise<void> {
  await db('login_challenges').where({ user_id: userId }).delete();
}
