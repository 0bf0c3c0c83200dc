/**
 * Which projects somebody may see and use: managers and administrators all, a member those open to
 * everyone and those they belong to. The one place that says so, as a condition for a query.
 */
import type { Knex } from 'knex';
import { hasRole } from '../infra/access.ts';
import type { Actor } from '../infra/context.ts';

/**
 * A WHERE condition on `table`, which must be `projects` or its alias.
 * @example query.where(visibleProjects(db, actor, 'p'))
 */
export function visibleProjects(db: Knex, actor: Actor, table = 'projects'): Knex.Raw {
  if (hasRole(actor.role, 'manager')) return db.raw('true');
  return db.raw(
    `(??.visibility = 'everyone' OR EXISTS (
       SELECT FROM project_members pm WHERE pm.project_id = ??.id AND pm.user_id = ?))`,
    [table, table, actor.user_id ?? null],
  );
}
