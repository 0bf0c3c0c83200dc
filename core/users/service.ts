/**
 * The rules of people: everyone keeps their own preferences, administrators keep the accounts.
 * Nobody is ever deleted, because their time stays: they are disabled, which ends all they hold.
 */
import { createLink, deleteLinksOf } from '../auth/one-time-links.ts';
import { hashPassword } from '../auth/passwords.ts';
import { endSessionsOf } from '../auth/sessions.ts';
import { ERR_FORBIDDEN, ERR_NOT_FOUND } from '../errors.ts';
import { hasRole } from '../infra/access.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { recordAudit } from '../infra/record-audit.ts';
import { recordChange } from '../infra/record-change.ts';
import { containsText } from '../infra/search.ts';
import { firstVersion, nextVersion } from '../infra/versions.ts';
import { revokeTokensOf } from '../tokens/service.ts';
import { selectTwoFactorSince } from '../two-factor/access.ts';
import { ERR_LAST_ADMIN, ERR_USER_DISABLED } from './errors.ts';
import { User } from './model.ts';
import type { MePatch, UserCreate, UserPatch, UserQuery, VisibleUser } from './schema.ts';
import { requireTimeZone } from './time-zones.ts';

const sorting = {
  columns: { name: 'lower(name)', email: 'lower(email)', created_at: 'created_at' },
  id: 'id',
};

export async function listUsers(context: Context, query: UserQuery): Promise<Page<VisibleUser>> {
  const seesAll = hasRole(context.actor.role, 'manager');
  // An order or a search by address would tell what the answer hides.
  if (!seesAll && /email$/.test(query.sort)) {
    throw new ERR_FORBIDDEN('Sorting by email needs the role manager.');
  }
  const list = User.query(context.db).select('users.*');
  if (hasRole(context.actor.role, 'admin')) list.select(selectTwoFactorSince(context.db));
  if (query.search) {
    list.where((of) => {
      of.whereRaw(containsText('name'), [query.search as string]);
      if (seesAll) of.orWhereRaw(containsText('email'), [query.search as string]);
    });
  }
  if (query.active !== undefined) list.where({ active: query.active });
  whereModifiedAfter(context, list, 'updated_at', query.modified_after);
  const page = await fetchPage(list, sorting, query);
  return { ...page, data: page.data.map((user) => asSeenBy(context, user)) };
}

export async function getUser(context: Context, id: number): Promise<VisibleUser> {
  return asSeenBy(context, await findUser(context, id));
}

export async function getMe(context: Context): Promise<User> {
  return findUser(context, context.actor.user_id as number);
}

/** @throws STINT_ERR_TIME_ZONE_UNKNOWN */
export async function updateMe(context: Context, patch: MePatch, expected?: string): Promise<User> {
  return updateUser(context, context.actor.user_id as number, patch, expected);
}

/** Makes an account; the invitation's secret comes with it when there is no password. */
export async function createUser(
  context: Context,
  { password, ...fields }: UserCreate,
): Promise<{ user: User; invitation?: string }> {
  const password_hash = password === undefined ? null : await hashPassword(password);
  return inTransaction(context, async (context) => {
    const { db, clock, actor } = context;
    const row = { time_zone: actor.time_zone, ...fields, password_hash };
    await requireTimeZone(db, row.time_zone);
    const user = await User.query(db)
      .insert({ ...row, ...firstVersion(context) })
      .returning('*');
    await recordChange(context, { type: 'user.created', entity: 'user', after: user });
    if (password_hash !== null) return { user };
    return { user, invitation: await createLink(db, clock, 'invitation', user.id) };
  });
}

/** @throws STINT_ERR_LAST_ADMIN, STINT_ERR_TIME_ZONE_UNKNOWN */
export async function updateUser(
  context: Context,
  id: number,
  patch: UserPatch,
  expected?: string,
): Promise<User> {
  return inTransaction(context, async (context) => {
    const { db } = context;
    const before = await findUser(context, id, true);
    requireVersion(before, expected);
    await requireTimeZone(db, patch.time_zone);
    await requireAnotherAdmin(context, before, { ...before, ...patch });
    const after = await User.query(db).patchAndFetchById(id, {
      ...patch,
      ...nextVersion(context, before),
    });
    if (before.active && !after.active) {
      await endSessionsOf(db, id);
      await revokeTokensOf(db, id);
      await deleteLinksOf(db, id);
    }
    await recordChange(context, { type: 'user.updated', entity: 'user', before, after });
    return after;
  });
}

/**
 * A new link to choose a password: for an invitation that got lost, or a forgotten password.
 * @throws STINT_ERR_USER_DISABLED
 */
export async function inviteUser(context: Context, id: number): Promise<string> {
  return inTransaction(context, async (context) => {
    const user = await findUser(context, id, true);
    if (!user.active) throw new ERR_USER_DISABLED(id);
    await recordAudit(context, { action: 'user.invited', entity: 'user', entity_id: id });
    return createLink(context.db, context.clock, 'invitation', id);
  });
}

async function findUser({ db }: Context, id: number, forUpdate = false): Promise<User> {
  const query = User.query(db).findById(id);
  const user = await (forUpdate ? query.forUpdate() : query);
  if (!user) throw new ERR_NOT_FOUND('user', id);
  return user;
}

function asSeenBy({ actor }: Context, user: User): VisibleUser {
  if (hasRole(actor.role, 'manager') || actor.user_id === user.id) return user;
  return { id: user.id, name: user.name, active: user.active };
}

// One who has never chosen a password cannot sign in, and so cannot be the one that is left.
type Standing = Pick<User, 'id' | 'role' | 'active' | 'password_hash'>;
const isAdmin = ({ role, active, password_hash }: Standing) =>
  role === 'admin' && active && password_hash !== null;

/** Under a lock, since two administrators may demote each other at the same instant. */
async function requireAnotherAdmin(
  { db }: Context,
  before: Standing,
  after: Standing,
): Promise<void> {
  if (!isAdmin(before) || isAdmin(after)) return;
  await db.raw(`SELECT pg_advisory_xact_lock(hashtext('stint.admins'))`);
  const another = await User.query(db)
    .where({ role: 'admin', active: true })
    .whereNotNull('password_hash')
    .whereNot({ id: before.id })
    .first();
  if (!another) throw new ERR_LAST_ADMIN(before.id);
}
