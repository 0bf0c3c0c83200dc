/**
 * The rules of membership: managers say who is on a project and at which rate; whoever sees the
 * project sees who is on it. A new rate holds for new entries, and leaving takes no time along.
 */
import { ERR_NOT_FOUND } from '../../errors.ts';
import { hasRole } from '../../infra/access.ts';
import { type Context, inTransaction } from '../../infra/context.ts';
import { fetchPage, type Page } from '../../infra/page.ts';
import { findProject } from '../list.ts';
import { ProjectMember } from './model.ts';
import { deleteMember, insertMember, setMemberRate } from './roster.ts';
import type { MemberPut, MemberQuery } from './schema.ts';

const sorting = {
  columns: { name: 'lower(u.name)', created_at: 'project_members.created_at' },
  id: 'u.id',
};

export async function listMembers(
  context: Context,
  projectId: number,
  query: MemberQuery,
): Promise<Page<ProjectMember>> {
  await findProject(context, projectId);
  const list = ProjectMember.query(context.db).modify('forAnswer').where({ project_id: projectId });
  const page = await fetchPage(list, sorting, query);
  if (!hasRole(context.actor.role, 'manager'))
    for (const member of page.data) member.hourly_rate = null;
  return page;
}

/** Adds a member, or changes their rate. */
export async function putMember(
  context: Context,
  projectId: number,
  userId: number,
  { hourly_rate }: MemberPut,
): Promise<{ member: ProjectMember; isNew: boolean }> {
  return inTransaction(context, async (context) => {
    // Two at once would both find nobody.
    await findProject(context, projectId, 'update');
    const before = await readMember(context, projectId, userId);
    if (!before) {
      await requireUser(context, userId);
      await insertMember(context, { project_id: projectId, user_id: userId, hourly_rate });
    } else if (hourly_rate !== undefined) await setMemberRate(context, before, hourly_rate);
    const member = await readMember(context, projectId, userId);
    return { member: member as ProjectMember, isNew: !before };
  });
}

export async function removeMember(
  context: Context,
  projectId: number,
  userId: number,
): Promise<void> {
  await inTransaction(context, async (context) => {
    await findProject(context, projectId, 'update');
    const before = await readMember(context, projectId, userId);
    if (!before) throw new ERR_NOT_FOUND('member', userId);
    await deleteMember(context, before);
  });
}

function readMember({ db }: Context, project_id: number, user_id: number) {
  return ProjectMember.query(db).modify('forAnswer').findById([project_id, user_id]);
}

async function requireUser({ db }: Context, id: number): Promise<void> {
  if (!(await db('users').where({ id }).forKeyShare().first('id')))
    throw new ERR_NOT_FOUND('user', id);
}
