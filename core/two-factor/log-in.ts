/** The second step of signing in: from a challenge to a session, by a code. */
import { readChallenge, useChallenge } from '../auth/challenges.ts';
import { ERR_LOGIN_EXPIRED } from '../auth/errors.ts';
import { openSession, type SessionDeps } from '../auth/service.ts';
import { throttleAttempts } from '../auth/throttle.ts';
import type { Visitor } from '../auth/visitor.ts';
import { recordAudit } from '../infra/record-audit.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { User } from '../users/model.ts';
import { spendCode } from './spend-code.ts';

/**
 * Opens the session that the challenge was for.
 * @throws STINT_ERR_LOGIN_EXPIRED, STINT_ERR_CODE_WRONG, STINT_ERR_RATE_LIMITED
 */
export async function logInByCode(
  deps: SessionDeps & { keys: KeyRing },
  { code, challenge }: { code: string; challenge: string | undefined },
  visitor: Visitor,
): Promise<{ user: User; session: string }> {
  await throttleAttempts(deps, { ip: visitor.ip });
  const userId = await readChallenge(deps.db, deps.clock, challenge);
  const user = (await User.query(deps.db).findById(userId)) as User;
  if (!user.active) throw new ERR_LOGIN_EXPIRED();
  await throttleAttempts(deps, { email: user.email });
  const actor = { user_id: userId, via: 'login', ip: visitor.ip };
  const trace = { entity: 'user', entity_id: userId };
  try {
    await spendCode(deps, { userId, code });
  } catch (error) {
    await recordAudit({ ...deps, actor }, { action: 'auth.code_failed', ...trace });
    throw error;
  }
  return deps.db.transaction(async (trx) => {
    await useChallenge(trx, challenge);
    await recordAudit({ ...deps, db: trx, actor }, { action: 'auth.logged_in', ...trace });
    return { user, session: await openSession({ ...deps, db: trx }, userId, visitor) };
  });
}
