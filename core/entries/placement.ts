/**
 * Where an entry would stand: the user, project, task, tags and rate that it names, and the rules about
 * them, as one piece of SQL. It is looked up before an edit, and inserted from where an entry is made.
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

export interface PlacementInput {
  user_id: number;
  project_id?: number | null;
  task_id?: number | null;
  tag_ids?: readonly number[];
}

type Fault = 'user' | 'project' | 'archived' | 'task' | 'tags';

/**
 * One row, with what is wrong in `fault`, or none for an unknown user; `$1` to `$9` are
 * `placementValues`. Somebody else's time is for administrators, and for managers on projects that
 * they belong to.
 */
export const placement = `
  SELECT u.switch_policy, w.project_id, p.billable AS project_billable, r.hourly_rate, r.currency,
    EXISTS (SELECT FROM period_locks) AS has_locks,
    (SELECT max(e.id) FROM time_entries e
      WHERE e.user_id = u.id AND e.end_time IS NULL AND e.deleted_at IS NULL) AS running_id,
    CASE
      WHEN NOT u.active OR NOT (u.id = $5 OR $8 OR $9 AND EXISTS (
        SELECT FROM project_members m WHERE m.project_id = p.id AND m.user_id = $5)) THEN 'user'
      WHEN w.project_id IS NOT NULL AND (p.id IS NULL OR NOT (
        p.visibility = 'everyone' OR u.role <> 'member' OR EXISTS (
          SELECT FROM project_members m WHERE m.project_id = p.id AND m.user_id = u.id)))
        THEN CASE WHEN $2::int IS NULL THEN 'task' ELSE 'project' END
      WHEN p.archived_at IS NOT NULL
        THEN CASE WHEN $2::int IS NULL THEN 'task' ELSE 'archived' END
      WHEN $3::int IS NOT NULL AND NOT EXISTS (
        SELECT FROM tasks t WHERE t.id = $3 AND t.project_id = w.project_id) THEN 'task'
      WHEN (SELECT count(*) FROM tags WHERE id = ANY($4::int[])) <> cardinality($4::int[]) THEN 'tags'
    END AS fault
  FROM users u
  CROSS JOIN LATERAL (
    SELECT coalesce($2::int, (SELECT project_id FROM tasks WHERE id = $3::int)) AS project_id) w
  LEFT JOIN projects p ON p.id = w.project_id
  CROSS JOIN LATERAL resolve_rate(u.id, p.id, $6::numeric, $7) r
  WHERE u.id = $1`;

export function placementValues({ actor, settings }: Context, input: PlacementInput): unknown[] {
  return [
    input.user_id,
    input.project_id ?? null,
    input.task_id ?? null,
    input.tag_ids ?? [],
    actor.user_id ?? null,
    settings.default_hourly_rate,
    settings.currency,
    actor.role === 'admin',
    hasRole(actor.role, 'manager'),
  ];
}

const lookup: Statement = { name: 'entry_placement', text: placement };

/**
 * Looks up and checks where an entry of `user_id` would stand.
 * @throws STINT_ERR_USER_UNUSABLE, STINT_ERR_PROJECT_UNUSABLE, STINT_ERR_PROJECT_ARCHIVED,
 *   STINT_ERR_TASK_UNUSABLE, STINT_ERR_TAG_UNKNOWN
 */
export async function placeEntry(context: Context, input: PlacementInput): Promise<Placement> {
  const [row] = await runPrepared<Placement & { fault: Fault | null }>(
    context.db,
    lookup,
    placementValues(context, input),
  );
  if (!row) throw faultError('user', input);
  if (row.fault) throw faultError(row.fault, input);
  return row;
}

function faultError(
  fault: Fault,
  { user_id, project_id, task_id, tag_ids = [] }: PlacementInput,
): Error {
  switch (fault) {
    case 'user':
      return atField(new ERR_USER_UNUSABLE(user_id), '/user_id');
    case 'project':
      return atField(new ERR_PROJECT_UNUSABLE(project_id as number), '/project_id');
    case 'archived':
      return atField(new ERR_PROJECT_ARCHIVED(project_id as number), '/project_id');
    case 'task':
      return atField(new ERR_TASK_UNUSABLE(task_id as number), '/task_id');
    case 'tags':
      return atField(new ERR_TAG_UNKNOWN(tag_ids.join(', ')), '/tag_ids');
  }
}
