/** Signing in and out: the rules of sessions. Who may do what afterwards is `infra/access.ts`. */
import type { FastifyRequest } from 'fastify';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { ERR_RATE_LIMITED } from '../errors.ts';
import type { Clock } from '../infra/clock.ts';
import { takeFromWindow } from '../infra/rate-limit.ts';
import { User } from '../users/model.ts';
import { ERR_LOGIN_FAILED } from './errors.ts';
import { verifyPassword } from './passwords.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface SessionDeps {
  db: Knex;
  clock: Clock;
  config: Config;
}

export interface Visitor {
  ip: string;
  user_agent?: string;
}

export function visitorOf(request: FastifyRequest): Visitor {
  return { ip: request.ip, user_agent: request.headers['user-agent']?.slice(0, 300) };
}

/**
 * Checks the password and opens a session.
 * @throws STINT_ERR_LOGIN_FAILED, STINT_ERR_RATE_LIMITED
 */
export async function logIn(
  deps: SessionDeps,
  { email, password }: { email: string; password: string },
  visitor: Visitor,
): Promise<{ user: User; secret: string }> {
  await throttle(deps, `login:account:${email.toLowerCase()}`);
  await throttle(deps, `login:ip:${visitor.ip}`);
  const user = await User.query(deps.db).whereRaw('lower(email) = lower(?)', [email]).first();
  const matches = await verifyPassword(user?.password_hash, password);
  if (!user || !matches || !user.active) throw new ERR_LOGIN_FAILED();
  return { user, secret: await openSession(deps, user.id, visitor) };
}

/** A new session; the secret is only ever in the cookie. */
export async function openSession(
  { db, clock, config }: SessionDeps,
  userId: number,
  visitor: Visitor,
): Promise<string> {
  const secret = newSecret();
  const now = clock.now().getTime();
  await db('sessions').insert({
    token_hash: hashSecret(secret),
    user_id: userId,
    ...visitor,
    created_at: new Date(now),
    last_used_at: new Date(now),
    idle_hours: config.SESSION_IDLE_HOURS,
    idle_expires_at: new Date(now + config.SESSION_IDLE_HOURS * 3_600_000),
    expires_at: new Date(now + config.SESSION_MAX_DAYS * 86_400_000),
  });
  return secret;
}

/** Ends the session of this cookie, if there is one. */
export async function logOut(db: Knex, secret: string): Promise<void> {
  await db('sessions')
    .where({ token_hash: hashSecret(secret) })
    .delete();
}

async function throttle({ db, config }: SessionDeps, key: string): Promise<void> {
  const { used, ttl } = await takeFromWindow(db, key);
  if (used > config.LOGIN_ATTEMPTS_PER_MINUTE) {
    const seconds = Math.max(1, Math.ceil(ttl / 1000));
    throw Object.assign(new ERR_RATE_LIMITED(seconds), {
      headers: { 'retry-after': String(seconds) },
    });
  }
}
