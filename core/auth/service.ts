/** Signing in and out: the rules of sessions. Who may do what afterwards is `infra/access.ts`. */
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import type { Clock } from '../infra/clock.ts';
import type { Context } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { User } from '../users/model.ts';
import { ERR_LOGIN_FAILED } from './errors.ts';
import { verifyPassword } from './passwords.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { sessionIdOf } from './sessions.ts';
import { throttleAttempts } from './throttle.ts';
import type { Visitor } from './visitor.ts';

export interface SessionDeps {
  db: Knex;
  clock: Clock;
  config: Config;
}

/**
 * Checks the password and opens a session. One that the browser still had ends.
 * @throws STINT_ERR_LOGIN_FAILED, STINT_ERR_RATE_LIMITED
 */
export async function logIn(
  deps: SessionDeps,
  { email, password }: { email: string; password: string },
  visitor: Visitor,
  previousSecret?: string,
): Promise<{ user: User; secret: string }> {
  await throttleAttempts(deps, { email, ip: visitor.ip });
  const user = await User.query(deps.db).whereRaw('lower(email) = lower(?)', [email]).first();
  const matches = await verifyPassword(user?.password_hash, password);
  const isWelcome = user !== undefined && matches && user.active;
  const actor = { user_id: isWelcome ? user.id : undefined, via: 'login', ip: visitor.ip };
  // What was typed as an address may be a password in the wrong field, so it is not written down.
  await recordAudit(
    { ...deps, actor },
    {
      action: isWelcome ? 'auth.logged_in' : 'auth.login_failed',
      entity: 'user',
      entity_id: user?.id ?? null,
    },
  );
  if (!isWelcome) throw new ERR_LOGIN_FAILED();
  if (previousSecret !== undefined) {
    await deps
      .db('sessions')
      .where({ token_hash: hashSecret(previousSecret) })
      .delete();
  }
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

/** Ends the session that asks. */
export async function logOut(context: Context): Promise<void> {
  const { db, actor } = context;
  await db('sessions')
    .where({ id: sessionIdOf(actor) })
    .delete();
  await recordAudit(context, {
    action: 'auth.logged_out',
    entity: 'user',
    entity_id: actor.user_id ?? null,
  });
}
