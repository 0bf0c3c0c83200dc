/**
 * Whose time entries somebody may see and edit: an administrator all, a manager their own and those
 * on projects they belong to, a member their own. The one place that says so.
 */
import type { Knex } from 'knex';
import type { Actor } from '../infra/context.ts';

/**
 * A WHERE condition on `table`, which must be `time_entries` or its alias.
 * @example query.where(visibleEntries(db, actor, 'e'))
 */
export function visibleEntries(db: Knex, actor: Actor, table = 'time_entries'): Knex.Raw {
  const user = actor.user_id ?? null;
  if (actor.role === 'admin') return db.raw('true');
  if (actor.role === 'member') return db.raw('??.user_id = ?', [table, user]);
  return db.raw(
    `(??.user_id = ? OR ??.project_id IN (SELECT pm.project_id FROM project_members pm WHERE pm.user_id = ?))`,
    [table, user, table, user],
  );
}
