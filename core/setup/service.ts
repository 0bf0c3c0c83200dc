/**
 * The first run: whoever holds the printed link becomes the first administrator, once. Everybody
 * after that is added by an administrator.
 */
import type { Knex } from 'knex';
import { ERR_SETUP_DONE } from '../auth/errors.ts';
import { createLink, useLink } from '../auth/one-time-links.ts';
import { hashPassword } from '../auth/passwords.ts';
import { openSession, type SessionDeps } from '../auth/service.ts';
import { throttleAttempts } from '../auth/throttle.ts';
import type { Visitor } from '../auth/visitor.ts';
import type { Clock } from '../infra/clock.ts';
import type { Context } from '../infra/context.ts';
import { recordChange } from '../infra/record-change.ts';
import { defaultSettings } from '../settings/schema.ts';
import { updateSettings } from '../settings/service.ts';
import { User } from '../users/model.ts';
import { requireTimeZone, serverTimeZone } from '../users/time-zones.ts';
import type { Setup } from './schema.ts';

export interface SetupLinkDeps {
  db: Knex;
  clock: Clock;
  /** Where people open Stint, without a trailing slash. */
  baseUrl: string;
}

/** A fresh one-time link while there is no user; one from an earlier start stops working. */
export async function prepareSetupLink({
  db,
  clock,
  baseUrl,
}: SetupLinkDeps): Promise<string | undefined> {
  if (await isSetUp(db)) return undefined;
  return `${baseUrl}/setup?token=${await createLink(db, clock, 'setup')}`;
}

export async function isSetUp(db: Knex): Promise<boolean> {
  return (await User.query(db).select('id').first()) !== undefined;
}

/**
 * Makes the first administrator and signs them in.
 * @throws STINT_ERR_SETUP_DONE, STINT_ERR_LINK_INVALID, STINT_ERR_PASSWORD_COMMON
 */
export async function setUp(
  deps: SessionDeps,
  { token, password, currency, time_zone = serverTimeZone(), ...person }: Setup,
  visitor: Visitor,
): Promise<{ user: User; secret: string }> {
  await throttleAttempts(deps, { ip: visitor.ip });
  if (await isSetUp(deps.db)) throw new ERR_SETUP_DONE();
  const password_hash = await hashPassword(password);
  return deps.db.transaction(async (trx) => {
    // Of two people with the link, the second waits here and then finds the first.
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('stint.setup'))`);
    if (await isSetUp(trx)) throw new ERR_SETUP_DONE();
    await useLink(trx, deps.clock, 'setup', token);
    await requireTimeZone(trx, time_zone);
    const user = await User.query(trx)
      .insert({ ...person, time_zone, password_hash, role: 'admin' })
      .returning('*');
    const context: Context = {
      db: trx,
      clock: deps.clock,
      settings: defaultSettings,
      actor: {
        user_id: user.id,
        role: 'admin',
        via: 'setup',
        ip: visitor.ip,
        time_zone,
        week_start: user.week_start,
      },
    };
    await recordChange(context, { type: 'user.created', entity: 'user', after: user });
    if (currency !== undefined) await updateSettings(context, { currency });
    return { user, secret: await openSession({ ...deps, db: trx }, user.id, visitor) };
  });
}
