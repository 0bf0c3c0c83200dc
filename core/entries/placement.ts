/**
 * Where a new or edited entry would stand: one prepared lookup of the user, project, task, tags and
 * rate it names, and the rules about them. It writes nothing.
 */
import { atField } from '../errors.ts';
import { hasRole } from '../infra/access.ts';
import type { Context } from '../infra/context.ts';
import { runPrepared, type Statement } from '../infra/prepared.ts';
import {
  ERR_PROJECT_ARCHIVED,
  ERR_PROJECT_UNUSABLE,
  ERR_TAG_UNKNOWN,
  ERR_TASK_UNUSABLE,
  ERR_USER_UNUSABLE,
} from './errors.ts';

export interface Placement {
  /** The task's project, when only a task was given. */
  project_id: number | null;
  project_billable: boolean | null;
  hourly_rate: string | null;
  currency: string;
  switch_policy: 'keep' | 'switch';
  /** The user's running entry, if there is one. */
  running_id: number | null;
  /** True where any period is locked, so that the rule has to be asked. */
  has_locks: boolean;
}

interface Row extends Placement {
  user_active: boolean;
  project_found: number | null;
  archived: boolean;
  usable: boolean;
  actor_belongs: boolean;
  task_found: number | null;
  tags_found: number;
}

const lookup: Statement = {
  name: 'entry_placement',
  text: `SELECT u.active AS user_active, u.switch_policy, w.project_id, p.id AS project_found,
      p.archived_at IS NOT NULL AS archived, p.billable AS project_billable,
      (p.visibility = 'everyone' OR u.role <> 'member' OR EXISTS (
        SELECT FROM project_members m WHERE m.project_id = p.id AND m.user_id = u.id)) AS usable,
      EXISTS (SELECT FROM project_members m WHERE m.project_id = p.id AND m.user_id = $5) AS actor_belongs,
      t.id AS task_found,
      (SELECT count(*) FROM tags WHERE id = ANY($4::int[])) AS tags_found,
      r.hourly_rate, r.currency,
      (SELECT max(e.id) FROM time_entries e
        WHERE e.user_id = u.id AND e.end_time IS NULL AND e.deleted_at IS NULL) AS running_id,
      EXISTS (SELECT FROM period_locks) AS has_locks
    FROM users u
    CROSS JOIN LATERAL (
      SELECT coalesce($2::int, (SELECT project_id FROM tasks WHERE id = $3::int)) AS project_id) w
    LEFT JOIN projects p ON p.id = w.project_id
    LEFT JOIN tasks t ON t.id = $3::int AND t.project_id = w.project_id
    CROSS JOIN LATERAL resolve_rate(u.id, p.id, $6::numeric, $7) r
    WHERE u.id = $1`,
};

export interface PlacementInput {
  user_id: number;
  project_id?: number | null;
  task_id?: number | null;
  tag_ids?: readonly number[];
}

/**
 * Looks up and checks where an entry of `user_id` would stand.
 * @throws STINT_ERR_USER_UNUSABLE, STINT_ERR_PROJECT_UNUSABLE, STINT_ERR_PROJECT_ARCHIVED,
 *   STINT_ERR_TASK_UNUSABLE, STINT_ERR_TAG_UNKNOWN
 */
export async function placeEntry(context: Context, input: PlacementInput): Promise<Placement> {
  const { actor, settings } = context;
  const { user_id, project_id = null, task_id = null, tag_ids = [] } = input;
  const [row] = await runPrepared<Row>(context.db, lookup, [
    user_id,
    project_id,
    task_id,
    tag_ids,
    actor.user_id ?? null,
    settings.default_hourly_rate,
    settings.currency,
  ]);
  if (!row?.user_active) throw atField(new ERR_USER_UNUSABLE(user_id), '/user_id');
  requireActorMay(context, user_id, row);
  if (project_id !== null) {
    if (row.project_found === null || !row.usable) {
      throw atField(new ERR_PROJECT_UNUSABLE(project_id), '/project_id');
    }
    if (row.archived) throw atField(new ERR_PROJECT_ARCHIVED(project_id), '/project_id');
  }
  if (task_id !== null && (row.task_found === null || !row.usable || row.archived)) {
    throw atField(new ERR_TASK_UNUSABLE(task_id), '/task_id');
  }
  if (row.tags_found !== tag_ids.length) {
    throw atField(new ERR_TAG_UNKNOWN(tag_ids.join(', ')), '/tag_ids');
  }
  return row;
}

// For somebody else: administrators anywhere, managers on projects they belong to.
function requireActorMay({ actor }: Context, userId: number, row: Row): void {
  if (actor.user_id === userId || actor.role === 'admin') return;
  if (hasRole(actor.role, 'manager') && row.actor_belongs) return;
  throw atField(new ERR_USER_UNUSABLE(userId), '/user_id');
}
