/** An invited person chooses a password; also how an administrator resets a forgotten one. */
import type { Context } from '../infra/context.ts';
import { recordChange } from '../infra/record-change.ts';
import { nextVersion } from '../infra/versions.ts';
import { defaultSettings } from '../settings/schema.ts';
import { User } from '../users/model.ts';
import { ERR_LINK_INVALID } from './errors.ts';
import { useLink } from './one-time-links.ts';
import { hashPassword } from './passwords.ts';
import type { Invitation } from './schema.ts';
import { type Admission, admit, type SessionDeps } from './service.ts';
import { endSessionsOf } from './sessions.ts';
import { throttleAttempts } from './throttle.ts';
import type { Visitor } from './visitor.ts';

/** @throws STINT_ERR_LINK_INVALID, STINT_ERR_PASSWORD_COMMON, STINT_ERR_RATE_LIMITED */
export async function acceptInvitation(
  deps: SessionDeps,
  { token, password }: Invitation,
  visitor: Visitor,
): Promise<Admission> {
  await throttleAttempts(deps, { ip: visitor.ip });
  const password_hash = await hashPassword(password);
  return deps.db.transaction(async (trx) => {
    const userId = (await useLink(trx, deps.clock, 'invitation', token)) as number;
    const before = (await User.query(trx).findById(userId).forUpdate()) as User;
    if (!before.active) throw new ERR_LINK_INVALID();
    const context: Context = {
      db: trx,
      clock: deps.clock,
      settings: defaultSettings,
      actor: {
        user_id: userId,
        role: before.role,
        via: 'invitation',
        ip: visitor.ip,
        time_zone: before.time_zone,
        week_start: before.week_start,
      },
    };
    const user = await User.query(trx).patchAndFetchById(userId, {
      password_hash,
      ...nextVersion(context, before),
    });
    await endSessionsOf(trx, userId);
    await recordChange(context, {
      type: 'user.password_changed',
      entity: 'user',
      before,
      after: user,
    });
    // A link replaces a password, and not the second factor.
    return admit({ ...deps, db: trx }, user, visitor);
  });
}
