/** A signed-in person shows once more that it is them: a stolen session alone changes no credential. */
import { atField } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { User } from '../users/model.ts';
import { ERR_PASSWORD_WRONG } from './errors.ts';
import { verifyPassword } from './passwords.ts';
import type { SessionDeps } from './service.ts';
import { throttleAttempts } from './throttle.ts';

/**
 * The person, as they were when the password was right.
 * @throws STINT_ERR_PASSWORD_WRONG pointing at `/current_password`, STINT_ERR_RATE_LIMITED
 */
export async function provePassword(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { config }: Pick<SessionDeps, 'config'>,
  current_password: string,
): Promise<User> {
  const user = (await User.query(db).findById(actor.user_id as number)) as User;
  // A stolen session must not be a place to guess the password at leisure.
  await throttleAttempts({ db, config }, { email: user.email });
  if (!(await verifyPassword(user.password_hash, current_password))) {
    throw atField(new ERR_PASSWORD_WRONG(), '/current_password');
  }
  return user;
}
