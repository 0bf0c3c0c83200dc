/** Links that work once: the first set-up, and invitations. Only their hash is kept. */
import type { Knex } from 'knex';
import type { Clock } from '../infra/clock.ts';
import { ERR_LINK_INVALID } from './errors.ts';
import { hashSecret, newSecret } from './secrets.ts';

type Purpose = 'setup' | 'invitation';

const lifetimeMs: Record<Purpose, number> = { setup: 7 * 86_400_000, invitation: 7 * 86_400_000 };

/** Makes a link's secret; older ones for the same purpose and user stop working. */
export async function createLink(
  db: Knex,
  clock: Clock,
  purpose: Purpose,
  userId?: number,
): Promise<string> {
  const secret = newSecret();
  await db('one_time_links')
    .where({ purpose })
    .where((of) => (userId === undefined ? of.whereNull('user_id') : of.where({ user_id: userId })))
    .delete();
  await db('one_time_links').insert({
    token_hash: hashSecret(secret),
    purpose,
    user_id: userId,
    created_at: clock.now(),
    expires_at: new Date(clock.now().getTime() + lifetimeMs[purpose]),
  });
  return secret;
}

/**
 * Uses a link up. Of two requests with the same one, the second finds nothing.
 * @throws STINT_ERR_LINK_INVALID
 */
export async function useLink(
  db: Knex,
  clock: Clock,
  purpose: Purpose,
  secret: string,
): Promise<number | null> {
  const [link] = await db('one_time_links')
    .where({ token_hash: hashSecret(secret), purpose })
    .where('expires_at', '>', clock.now())
    .delete()
    .returning('user_id');
  if (!link) throw new ERR_LINK_INVALID();
  return link.user_id;
}

/** Takes every link back that was made for a user. */
export async function deleteLinksOf(db: Knex, userId: number): Promise<void> {
  await db('one_time_links').where({ user_id: userId }).delete();
}
