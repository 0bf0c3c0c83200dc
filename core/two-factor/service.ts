/**
 * The rules of second factors: whoever sets one up or gives one up proves their password, and gives up only
 * with a code; an administrator takes one from somebody who lost theirs. API tokens are credentials of
 * their own and know nothing of it.
 */
import { provePassword } from '../auth/prove-password.ts';
import type { SessionDeps } from '../auth/service.ts';
import { endSessionsOf, sessionIdOf } from '../auth/sessions.ts';
import { ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { type AuditContext, recordAudit } from '../infra/record-audit.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { User } from '../users/model.ts';
import { ERR_TWO_FACTOR_OFF, ERR_TWO_FACTOR_ON, ERR_TWO_FACTOR_OWN } from './errors.ts';
import { TwoFactor } from './model.ts';
import { countRecoveryCodes, deleteRecoveryCodes, replaceRecoveryCodes } from './recovery-codes.ts';
import type { FullProof, TwoFactor as TwoFactorState } from './schema.ts';
import { deleteTotpSecret, keepTotpSecret } from './secret.ts';
import { spendCode } from './spend-code.ts';
import { newTotpSecret, totpUri } from './totp.ts';

export type TwoFactorDeps = Pick<SessionDeps, 'config'> & { keys: KeyRing };

export async function readTwoFactor({ db, actor }: Context): Promise<TwoFactorState> {
  const userId = actor.user_id as number;
  const row = await TwoFactor.query(db).findById(userId);
  return {
    confirmed_at: row?.confirmed_at ?? null,
    recovery_codes_left: await countRecoveryCodes(db, userId),
  };
}

/**
 * Makes a secret, which counts once a code of it came back. One that was made before is replaced.
 * @throws STINT_ERR_TWO_FACTOR_ON, STINT_ERR_PASSWORD_WRONG, STINT_ERR_RATE_LIMITED
 */
export async function beginTwoFactor(
  context: Context,
  deps: TwoFactorDeps,
  current_password: string,
): Promise<string> {
  const { id, email } = await provePassword(context, deps, current_password);
  const secret = newTotpSecret();
  await inTransaction(context, async ({ db, clock }) => {
    const begun = await db('two_factors')
      .insert({ user_id: id, created_at: clock.now() })
      .onConflict('user_id')
      .merge({ created_at: clock.now(), last_step: 0, failures: 0, locked_until: null })
      .whereNull('two_factors.confirmed_at')
      .returning('user_id');
    if (begun.length === 0) throw new ERR_TWO_FACTOR_ON();
    await keepTotpSecret(db, deps.keys, id, secret);
  });
  return totpUri(secret, email);
}

/**
 * Switches it on, by a code of the new secret, and signs every other browser out.
 * @returns recovery codes, to be shown once
 * @throws STINT_ERR_TWO_FACTOR_ON, STINT_ERR_TWO_FACTOR_OFF, STINT_ERR_CODE_WRONG, STINT_ERR_RATE_LIMITED
 */
export async function confirmTwoFactor(
  context: Context,
  { keys }: TwoFactorDeps,
  code: string,
): Promise<string[]> {
  const userId = context.actor.user_id as number;
  const begun = await TwoFactor.query(context.db).findById(userId);
  if (!begun) throw new ERR_TWO_FACTOR_OFF();
  if (begun.confirmed_at) throw new ERR_TWO_FACTOR_ON();
  await spendCode({ ...context, keys }, { userId, code, isPending: true });
  return inTransaction(context, async (context) => {
    const { db, clock, actor } = context;
    const switched = await TwoFactor.query(db)
      .patch({ confirmed_at: clock.now() })
      .where({ user_id: userId })
      .whereNull('confirmed_at');
    if (switched === 0) throw new ERR_TWO_FACTOR_ON();
    await endSessionsOf(db, userId, sessionIdOf(actor));
    await leaveTrail(context, 'enabled', userId);
    return replaceRecoveryCodes(db, userId);
  });
}

/**
 * Ten new recovery codes; those before stop working.
 * @throws STINT_ERR_TWO_FACTOR_OFF, STINT_ERR_PASSWORD_WRONG, STINT_ERR_CODE_WRONG, STINT_ERR_RATE_LIMITED
 */
export async function renewRecoveryCodes(
  context: Context,
  deps: TwoFactorDeps,
  proof: FullProof,
): Promise<string[]> {
  const userId = await proveBoth(context, deps, proof);
  return inTransaction(context, async (context) => {
    await requireOn(context, userId);
    await leaveTrail(context, 'recovery_codes_renewed', userId);
    return replaceRecoveryCodes(context.db, userId);
  });
}

/** @throws as `renewRecoveryCodes` */
export async function disableTwoFactor(
  context: Context,
  deps: TwoFactorDeps,
  proof: FullProof,
): Promise<void> {
  const userId = await proveBoth(context, deps, proof);
  await inTransaction(context, async (context) => {
    await requireOn(context, userId);
    await remove(context, userId);
    await leaveTrail(context, 'disabled', userId);
  });
}

/**
 * For somebody who lost theirs: by an administrator, who knows that it is them. It signs them out.
 * @throws STINT_ERR_NOT_FOUND, STINT_ERR_TWO_FACTOR_OFF, STINT_ERR_TWO_FACTOR_OWN
 */
export async function resetTwoFactor(context: Context, userId: number): Promise<void> {
  // A stolen session of an administrator must not get rid of what protects them.
  if (userId === context.actor.user_id) throw new ERR_TWO_FACTOR_OWN();
  await inTransaction(context, async (context) => {
    if (!(await User.query(context.db).findById(userId))) throw new ERR_NOT_FOUND('user', userId);
    await requireOn(context, userId);
    await remove(context, userId);
    await endSessionsOf(context.db, userId);
    await leaveTrail(context, 'reset', userId);
  });
}

async function proveBoth(
  context: Context,
  deps: TwoFactorDeps,
  { current_password, code }: FullProof,
): Promise<number> {
  const { id: userId } = await provePassword(context, deps, current_password);
  await requireOn(context, userId);
  await spendCode({ ...context, keys: deps.keys }, { userId, code });
  return userId;
}

async function requireOn({ db }: Context, userId: number): Promise<void> {
  const query = TwoFactor.query(db).findById(userId).whereNotNull('confirmed_at');
  if (!(await (db.isTransaction ? query.forUpdate() : query))) throw new ERR_TWO_FACTOR_OFF();
}

async function remove({ db }: Context, userId: number): Promise<void> {
  await TwoFactor.query(db).deleteById(userId);
  await deleteTotpSecret(db, userId);
  await deleteRecoveryCodes(db, userId);
}

async function leaveTrail(context: AuditContext, what: string, userId: number): Promise<void> {
  await recordAudit(context, {
    action: `two_factor.${what}`,
    entity: 'user',
    entity_id: userId,
  });
}
