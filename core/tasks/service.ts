/**
 * The rules of tasks: whoever may use a project may add and edit its tasks, managers delete them. A
 * task stays in its project, and one with time stays at all.
 */
import { atField, ERR_NOT_FOUND, type StintError } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { recordChange } from '../infra/record-change.ts';
import { containsText } from '../infra/search.ts';
import { firstVersion, nextVersion } from '../infra/versions.ts';
import { visibleProjects } from '../projects/access.ts';
import { findProject } from '../projects/list.ts';
import { countEntries } from '../projects/service.ts';
import { ERR_ASSIGNEE_UNUSABLE, ERR_TASK_HAS_TIME, ERR_TASK_PROJECT_ARCHIVED } from './errors.ts';
import { Task } from './model.ts';
import type { TaskCreate, TaskPatch, TaskQuery } from './schema.ts';

const sorting = {
  columns: {
    created_at: 'created_at',
    updated_at: 'updated_at',
    name: 'lower(name)',
    // A key must not be null for a cursor to stand on it.
    due_on: `coalesce(due_on, 'infinity')`,
  },
  id: 'id',
};

export async function listTasks(context: Context, query: TaskQuery): Promise<Page<Task>> {
  const list = visibleTasks(context).select('tasks.*');
  for (const column of ['project_id', 'status', 'assignee_id', 'external_ref'] as const) {
    const value = query[column];
    if (value !== undefined) list.where(column, value);
  }
  if (query.search) list.whereRaw(containsText('name'), [query.search]);
  whereModifiedAfter(context, list, 'updated_at', query.modified_after);
  return fetchPage(list, sorting, query);
}

export async function getTask(context: Context, id: number): Promise<Task> {
  return findTask(context, id);
}

/** @throws STINT_ERR_TASK_PROJECT_ARCHIVED, STINT_ERR_ASSIGNEE_UNUSABLE */
export async function createTask(context: Context, input: TaskCreate): Promise<Task> {
  return inTransaction(context, async (context) => {
    await requireProject(context, input.project_id);
    if (input.assignee_id != null)
      await requireAssignee(context, input.assignee_id, input.project_id);
    const task = await Task.query(context.db)
      .insert({ ...input, ...firstVersion(context) })
      .returning('*');
    await recordChange(context, { type: 'task.created', entity: 'task', after: task });
    return task;
  });
}

/** @throws STINT_ERR_ASSIGNEE_UNUSABLE when it is given to somebody else */
export async function updateTask(
  context: Context,
  id: number,
  patch: TaskPatch,
  expected?: string,
): Promise<Task> {
  return inTransaction(context, async (context) => {
    const before = await findTask(context, id, true);
    requireVersion(before, expected);
    if (patch.assignee_id != null && patch.assignee_id !== before.assignee_id)
      await requireAssignee(context, patch.assignee_id, before.project_id);
    const after = await Task.query(context.db).patchAndFetchById(id, {
      ...patch,
      ...nextVersion(context, before),
    });
    await recordChange(context, { type: 'task.updated', entity: 'task', before, after });
    return after;
  });
}

/** @throws STINT_ERR_TASK_HAS_TIME */
export async function deleteTask(context: Context, id: number): Promise<void> {
  await inTransaction(context, async (context) => {
    const before = await findTask(context, id, true);
    const count = await countEntries(context, { task_id: id });
    if (count > 0) throw new ERR_TASK_HAS_TIME(id, count);
    await Task.query(context.db).deleteById(id);
    await recordChange(context, { type: 'task.deleted', entity: 'task', before });
  });
}

async function findTask(context: Context, id: number, forUpdate = false): Promise<Task> {
  const query = visibleTasks(context).findById(id);
  const task = await (forUpdate ? query.forUpdate() : query);
  if (!task) throw new ERR_NOT_FOUND('task', id);
  return task;
}

function visibleTasks({ db, actor }: Context) {
  return Task.query(db).whereIn(
    'project_id',
    db('projects').select('id').where(visibleProjects(db, actor)),
  );
}

async function requireProject(context: Context, id: number): Promise<void> {
  const project = await findProject(context, id, 'share').catch((error: StintError) => {
    throw error instanceof ERR_NOT_FOUND ? atField(error, '/project_id') : error;
  });
  if (project.archived_at) throw atField(new ERR_TASK_PROJECT_ARCHIVED(id), '/project_id');
}

async function requireAssignee(
  { db, actor }: Context,
  user_id: number,
  project_id: number,
): Promise<void> {
  const user = await db('users').where({ id: user_id, active: true }).first('role');
  const usable =
    user &&
    (await db('projects')
      .where({ id: project_id })
      .where(visibleProjects(db, { ...actor, user_id, role: user.role }))
      .first('id'));
  if (!usable) throw atField(new ERR_ASSIGNEE_UNUSABLE(user_id, project_id), '/assignee_id');
}
