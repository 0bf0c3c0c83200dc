/** Signing in and out: the rules of sessions. Who may do what afterwards is `infra/access.ts`. */
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import type { Clock } from '../infra/clock.ts';
import type { Context } from '../infra/context.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { findSecondFactor, type SecondFactor } from '../two-factor/access.ts';
import { User } from '../users/model.ts';
import { createChallenge } from './challenges.ts';
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

/** Who proved who they are is in, or told what else they have to show. */
export type Admission =
  | { user: User; session: string }
  | { second_factor: SecondFactor; challenge: string };

/**
 * Checks the password, and admits. A session that the browser still had ends.
 * @throws STINT_ERR_LOGIN_FAILED, STINT_ERR_RATE_LIMITED
 */
export async function logIn(
  deps: SessionDeps,
  { email, password }: { email: string; password: string },
  visitor: Visitor,
  previousSecret?: string,
): Promise<Admission> {
  await throttleAttempts(deps, { email, ip: visitor.ip });
  const user = await User.query(deps.db).whereRaw('lower(email) = lower(?)', [email]).first();
  const matches = await verifyPassword(user?.password_hash, password);
  const isWelcome = user !== undefined && matches && user.active;
  const actor = { user_id: isWelcome ? user.id : undefined, via: 'login', ip: visitor.ip };
  // What was typed as an address may be a password in the wrong field, so it is not written down.
  const leaveTrail = (action: string) =>
    recordAudit(
      { ...deps, actor },
      { action: `auth.${action}`, entity: 'user', entity_id: user?.id ?? null },
    );
  if (!isWelcome) {
    await leaveTrail('login_failed');
    throw new ERR_LOGIN_FAILED();
  }
  if (previousSecret !== undefined) {
    await deps
      .db('sessions')
      .where({ token_hash: hashSecret(previousSecret) })
      .delete();
  }
  const admission = await admit(deps, user, visitor);
  await leaveTrail('session' in admission ? 'logged_in' : 'password_accepted');
  return admission;
}

/**
 * The one way from a password or an invitation to a session. Where somebody has a second factor there is
 * no session before it, not even half of one.
 */
export async function admit(deps: SessionDeps, user: User, visitor: Visitor): Promise<Admission> {
  const second_factor = await findSecondFactor(deps.db, user);
  if (!second_factor) return { user, session: await openSession(deps, user.id, visitor) };
  return { second_factor, challenge: await createChallenge(deps.db, deps.clock, user.id) };
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
