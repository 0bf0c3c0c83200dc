/**
 * How often somebody may try a password or a link in a minute, by account and by address. Counted
 * before anything is looked up, so that the answer says nothing about who exists.
 */
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { ERR_RATE_LIMITED } from '../errors.ts';
import { takeFromWindow } from '../infra/rate-limit.ts';

/** @throws STINT_ERR_RATE_LIMITED */
export async function throttleAttempts(
  { db, config }: { db: Knex; config: Config },
  { email, ip }: { email?: string; ip?: string },
): Promise<void> {
  if (ip !== undefined) await takeAttempt(`login:ip:${ip}`);
  if (email !== undefined) await takeAttempt(`login:account:${email.toLowerCase()}`);

  async function takeAttempt(key: string): Promise<void> {
    const { used, ttl } = await takeFromWindow(db, key);
    if (used <= config.LOGIN_ATTEMPTS_PER_MINUTE) return;
    const seconds = Math.max(1, Math.ceil(ttl / 1000));
    throw Object.assign(new ERR_RATE_LIMITED(seconds), {
      headers: { 'retry-after': String(seconds) },
    });
  }
}
