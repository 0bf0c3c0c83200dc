/**
 * Rows of the roster of a project, with the trail and event that each change of it leaves. They
 * belong to the project: its id is theirs. Who may change them is not asked here.
 */
import type { Context } from '../../infra/context.ts';
import { changeContext, recordChange } from '../../infra/record-change.ts';
import { ProjectMember } from './model.ts';

interface Member {
  project_id: number;
  user_id: number;
  hourly_rate?: string | null;
}

export async function insertMember(context: Context, member: Member): Promise<void> {
  const after = await ProjectMember.query(context.db)
    .insert({ ...member, created_at: context.clock.now() })
    .returning('*');
  await record(context, 'added', undefined, after);
}

export async function setMemberRate(
  context: Context,
  before: ProjectMember,
  hourly_rate: string | null,
): Promise<void> {
  const after = await ProjectMember.query(context.db).patchAndFetchById(idOf(before), {
    hourly_rate,
  });
  if (after.hourly_rate !== before.hourly_rate) await record(context, 'updated', before, after);
}

export async function deleteMember(context: Context, before: ProjectMember): Promise<void> {
  await ProjectMember.query(context.db).deleteById(idOf(before));
  await record(context, 'removed', before);
}

/** Records that all members leave a project which is about to be deleted. */
export async function recordLeaving(context: Context, projectId: number): Promise<void> {
  await context.db.raw(
    `SELECT count(record_change('project.member_removed', 'project', ?, jsonb_build_object(
       'id', project_id, 'user_id', user_id, 'hourly_rate', hourly_rate::text), NULL))
     FROM project_members WHERE project_id = ?`,
    [changeContext(context), projectId],
  );
}

function idOf({ project_id, user_id }: Member): [number, number] {
  return [project_id, user_id];
}

function record(context: Context, what: string, before?: Member, after?: Member): Promise<void> {
  return recordChange(context, {
    type: `project.member_${what}`,
    entity: 'project',
    ...(before && { before: imageOf(before) }),
    ...(after && { after: imageOf(after) }),
  });
}

function imageOf({ project_id, user_id, hourly_rate }: Member) {
  return { id: project_id, user_id, hourly_rate };
}
