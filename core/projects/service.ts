/**
 * The rules of projects: managers keep them, everyone who may track time on one sees it. A project
 * with time is archived, never deleted, and no change of a rate reaches time already recorded.
 */
import { atField, ERR_NOT_FOUND } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { changeContext, recordChange } from '../infra/record-change.ts';
import { firstVersion, nextVersion, toArchivedAt } from '../infra/versions.ts';
import { ERR_CLIENT_ARCHIVED, ERR_PROJECT_HAS_TIME } from './errors.ts';
import { findProject, getProject } from './list.ts';
import { insertMember, recordLeaving } from './members/roster.ts';
import { Project } from './model.ts';
import { pickColor } from './palette.ts';
import type { ProjectCreate, ProjectPatch } from './schema.ts';

/** @throws STINT_ERR_CLIENT_ARCHIVED */
export async function createProject(context: Context, input: ProjectCreate): Promise<Project> {
  return inTransaction(context, async (context) => {
    if (input.client_id != null) await requireClient(context, input.client_id);
    const project = await Project.query(context.db)
      .insert({ color: pickColor(input.name), ...input, ...firstVersion(context) })
      .returning('*');
    await recordChange(context, { type: 'project.created', entity: 'project', after: project });
    const { user_id } = context.actor;
    if (project.visibility === 'members' && user_id !== undefined)
      await insertMember(context, { project_id: project.id, user_id });
    return getProject(context, project.id);
  });
}

/** @throws STINT_ERR_CLIENT_ARCHIVED when it would move there */
export async function updateProject(
  context: Context,
  id: number,
  { archived, ...fields }: ProjectPatch,
  expected?: string,
): Promise<Project> {
  return inTransaction(context, async (context) => {
    const before = await findProject(context, id, 'update');
    requireVersion(before, expected);
    if (fields.client_id != null && fields.client_id !== before.client_id)
      await requireClient(context, fields.client_id);
    const after = await Project.query(context.db).patchAndFetchById(id, {
      ...fields,
      ...toArchivedAt(context, before, archived),
      ...nextVersion(context, before),
    });
    await recordChange(context, { type: 'project.updated', entity: 'project', before, after });
    return getProject(context, id);
  });
}

/**
 * Deletes a project with its tasks and members, as long as no time stands on it.
 * @throws STINT_ERR_PROJECT_HAS_TIME
 */
export async function deleteProject(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    // Held against new entries too: their reference to it has to wait.
    const before = await findProject(context, id, 'update');
    const count = await countEntries(context, { project_id: id });
    if (count > 0) throw new ERR_PROJECT_HAS_TIME(id, count);
    await recordLeaving(context, id);
    await deleteTasks(context, id);
    await Project.query(context.db).deleteById(id);
    await recordChange(context, { type: 'project.deleted', entity: 'project', before });
  });
}

/** How many time entries stand on a project or task, deleted ones included while they can be restored. */
export async function countEntries(
  { db }: Context,
  on: { project_id: number } | { task_id: number },
): Promise<number> {
  const row = await db('time_entries').where(on).count({ count: '*' }).first();
  return row?.count as number;
}

// In one statement, for the thousands that a sync may have brought. Not by the task service: tasks
// depend on projects.
async function deleteTasks(context: Context, projectId: number): Promise<void> {
  await context.db.raw(
    `WITH gone AS (DELETE FROM tasks WHERE project_id = ? RETURNING *)
     SELECT count(record_change('task.deleted', 'task', ?, to_jsonb(gone), NULL)) FROM gone`,
    [projectId, changeContext(context)],
  );
}

async function requireClient({ db }: Context, id: number): Promise<void> {
  const client = await db('clients').where({ id }).forShare().first('archived_at');
  if (!client) throw atField(new ERR_NOT_FOUND('client', id), '/client_id');
  if (client.archived_at) throw atField(new ERR_CLIENT_ARCHIVED(id), '/client_id');
}
