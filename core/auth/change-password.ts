/** A signed-in person chooses another password. Whoever forgot theirs needs an invitation instead. */
import { atField } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { recordChange } from '../infra/record-change.ts';
import { nextVersion } from '../infra/versions.ts';
import { User } from '../users/model.ts';
import { ERR_PASSWORD_WRONG } from './errors.ts';
import { hashPassword } from './passwords.ts';
import { provePassword } from './prove-password.ts';
import type { PasswordChange } from './schema.ts';
import type { SessionDeps } from './service.ts';
import { endSessionsOf, sessionIdOf } from './sessions.ts';

/** @throws STINT_ERR_PASSWORD_WRONG, STINT_ERR_PASSWORD_COMMON, STINT_ERR_RATE_LIMITED */
export async function changePassword(
  context: Context,
  { config }: Pick<SessionDeps, 'config'>,
  { current_password, new_password, end_other_sessions }: PasswordChange,
): Promise<void> {
  const id = context.actor.user_id as number;
  const { password_hash: known } = await provePassword(context, { config }, current_password);
  const password_hash = await hashPassword(new_password, '/new_password');
  await inTransaction(context, async (context) => {
    const before = (await User.query(context.db).findById(id).forUpdate()) as User;
    // Somebody else was faster: what was checked above is no longer the password.
    if (before.password_hash !== known)
      throw atField(new ERR_PASSWORD_WRONG(), '/current_password');
    const after = await User.query(context.db).patchAndFetchById(id, {
      password_hash,
      ...nextVersion(context, before),
    });
    if (end_other_sessions) await endSessionsOf(context.db, id, sessionIdOf(context.actor));
    await recordChange(context, { type: 'user.password_changed', entity: 'user', before, after });
  });
}
