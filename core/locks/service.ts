/**
 * The rules of period locks: managers keep them, people see those that concern them, and time
 * entries ask `requireUnlocked` before every change. A lock never changes an entry itself.
 */
import { atField, ERR_NOT_FOUND } from '../errors.ts';
import { hasRole } from '../infra/access.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { runPrepared, type Statement } from '../infra/prepared.ts';
import { recordChange } from '../infra/record-change.ts';
import { firstVersion, nextVersion } from '../infra/versions.ts';
import { visibleProjects } from '../projects/access.ts';
import { ERR_LOCK_RANGE_INVALID, ERR_PERIOD_LOCKED } from './errors.ts';
import { PeriodLock } from './model.ts';
import type { PeriodLockCreate, PeriodLockPatch, PeriodLockQuery } from './schema.ts';

const sorting = { columns: { ends_on: 'ends_on', created_at: 'created_at' }, id: 'id' };

export async function listLocks(
  context: Context,
  query: PeriodLockQuery,
): Promise<Page<PeriodLock>> {
  const list = visibleLocks(context).select('period_locks.*');
  if (query.user_id !== undefined) list.where({ user_id: query.user_id });
  if (query.project_id !== undefined) list.where({ project_id: query.project_id });
  whereModifiedAfter(context, list, 'updated_at', query.modified_after);
  return fetchPage(list, sorting, query);
}

export async function getLock(context: Context, id: number): Promise<PeriodLock> {
  return findLock(context, id);
}

/** @throws STINT_ERR_LOCK_RANGE_INVALID */
export async function createLock(context: Context, input: PeriodLockCreate): Promise<PeriodLock> {
  requireRange(input);
  return inTransaction(context, async (context) => {
    await requireReferences(context, input);
    const lock = await PeriodLock.query(context.db)
      .insert({ ...input, ...firstVersion(context) })
      .returning('*');
    await recordChange(context, { type: 'lock.created', entity: 'lock', after: lock });
    return lock;
  });
}

/** @throws STINT_ERR_LOCK_RANGE_INVALID */
export async function updateLock(
  context: Context,
  id: number,
  patch: PeriodLockPatch,
  expected?: string,
): Promise<PeriodLock> {
  return inTransaction(context, async (context) => {
    const before = await findLock(context, id, true);
    requireVersion(before, expected);
    requireRange({ ...before, ...patch });
    await requireReferences(context, patch);
    const after = await PeriodLock.query(context.db).patchAndFetchById(id, {
      ...patch,
      ...nextVersion(context, before),
    });
    await recordChange(context, { type: 'lock.updated', entity: 'lock', before, after });
    return after;
  });
}

export async function deleteLock(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const before = await findLock(context, id, true);
    await PeriodLock.query(context.db).deleteById(id);
    await recordChange(context, { type: 'lock.deleted', entity: 'lock', before });
  });
}

export interface LockedSpan {
  /** Whose entry it is: their zone says which days it touches. */
  user_id: number;
  project_id: number | null;
  start_time: Date;
  /** Null while it runs: up to now. */
  end_time: Date | null;
  /** The clock is being stopped: the one change that the system may make in a locked period. */
  stopping?: boolean;
}

const touching: Statement = {
  name: 'lock_touching',
  text: `SELECT l.starts_on, l.ends_on, l.reason
    FROM users u, period_locks l
    WHERE u.id = $1
      AND (l.user_id IS NULL OR l.user_id = $1)
      AND (l.project_id IS NULL OR l.project_id = $2)
      AND l.ends_on >= ($3::timestamptz AT TIME ZONE u.time_zone)::date
      AND (l.starts_on IS NULL OR l.starts_on <=
        (greatest($3, $4::timestamptz - interval '1 second') AT TIME ZONE u.time_zone)::date)
    ORDER BY l.ends_on DESC, l.id LIMIT 1`,
};

/**
 * Refuses a change to an entry that touches a locked day. Call it for the span before an edit and
 * for the span after it. Administrators may change locked time; the trail shows it.
 * @throws STINT_ERR_PERIOD_LOCKED pointing at `pointer`
 */
export async function requireUnlocked(
  { db, actor, clock }: Context,
  span: LockedSpan,
  pointer: string,
): Promise<void> {
  const isSystem = actor.user_id === undefined;
  if (isSystem ? span.stopping : actor.role === 'admin') return;
  const [lock] = await runPrepared<PeriodLock>(db, touching, [
    span.user_id,
    span.project_id,
    span.start_time,
    span.end_time ?? clock.now(),
  ]);
  if (lock) throw atField(new ERR_PERIOD_LOCKED(describePeriod(lock)), pointer);
}

function describePeriod({ starts_on, ends_on, reason }: PeriodLock): string {
  const days = starts_on === null ? `up to ${ends_on}` : `${starts_on} to ${ends_on}`;
  return reason ? `${days} (${reason})` : days;
}

function requireRange({ starts_on, ends_on }: PeriodLockCreate): void {
  if (starts_on && starts_on > ends_on) {
    throw atField(new ERR_LOCK_RANGE_INVALID(starts_on, ends_on), '/starts_on');
  }
}

async function requireReferences({ db }: Context, lock: PeriodLockPatch): Promise<void> {
  for (const [field, table, noun] of [
    ['user_id', 'users', 'user'],
    ['project_id', 'projects', 'project'],
  ] as const) {
    const id = lock[field];
    if (id == null || (await db(table).where({ id }).forKeyShare().first('id'))) continue;
    throw atField(new ERR_NOT_FOUND(noun, id), `/${field}`);
  }
}

async function findLock(context: Context, id: number, forUpdate = false): Promise<PeriodLock> {
  const query = visibleLocks(context).findById(id);
  const lock = await (forUpdate ? query.forUpdate() : query);
  if (!lock) throw new ERR_NOT_FOUND('lock', id);
  return lock;
}

/** Managers see all; a member those that can meet an entry of theirs. */
function visibleLocks({ db, actor }: Context) {
  const locks = PeriodLock.query(db);
  if (hasRole(actor.role, 'manager')) return locks;
  return locks
    .where((of) => of.whereNull('user_id').orWhere('user_id', actor.user_id ?? null))
    .where((of) =>
      of
        .whereNull('project_id')
        .orWhereIn('project_id', db('projects').select('id').where(visibleProjects(db, actor))),
    );
}
