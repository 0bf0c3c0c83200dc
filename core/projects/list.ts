/** Reading projects: one by id, and the filtered list. What somebody may not see is not there. */
import { ERR_NOT_FOUND } from '../errors.ts';
import { hasRole } from '../infra/access.ts';
import type { Context } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { containsText } from '../infra/search.ts';
import { visibleProjects } from './access.ts';
import { Project } from './model.ts';
import type { ProjectQuery } from './schema.ts';

const sorting = {
  columns: {
    name: 'lower(projects.name)',
    created_at: 'projects.created_at',
    updated_at: 'projects.updated_at',
  },
  id: 'projects.id',
};

export async function listProjects(context: Context, query: ProjectQuery): Promise<Page<Project>> {
  const list = forAnswer(context);
  if (query.client_id) list.where('projects.client_id', query.client_id);
  if (query.search) {
    list.whereRaw(`(${containsText('projects.name')} OR ${containsText('projects.code')})`, [
      query.search,
      query.search,
    ]);
  }
  if (query.archived !== undefined)
    list.whereRaw(`projects.archived_at IS ${query.archived ? 'NOT NULL' : 'NULL'}`);
  whereModifiedAfter(context, list, 'projects.updated_at', query.modified_after);
  const page = await fetchPage(list, sorting, query);
  for (const project of page.data) hideRate(context, project);
  return page;
}

/** A project as it is answered, with client and currency. */
export async function getProject(context: Context, id: number): Promise<Project> {
  const project = await forAnswer(context).findById(id);
  if (!project) throw new ERR_NOT_FOUND('project', id);
  return hideRate(context, project);
}

/** How long a found project stays as it is: not at all, unarchived until the end of the transaction, or unchanged by anyone else. */
export type Hold = 'none' | 'share' | 'update';

/** The row of a project that the actor may see. */
export async function findProject(
  { db, actor }: Context,
  id: number,
  hold: Hold = 'none',
): Promise<Project> {
  const query = Project.query(db).findById(id).where(visibleProjects(db, actor));
  if (hold === 'share') query.forShare();
  if (hold === 'update') query.forUpdate();
  const project = await query;
  if (!project) throw new ERR_NOT_FOUND('project', id);
  return project;
}

function forAnswer({ db, actor, settings }: Context) {
  return Project.query(db).modify('forAnswer', settings.currency).where(visibleProjects(db, actor));
}

// What work is worth is the managers' business.
function hideRate({ actor }: Context, project: Project): Project {
  if (!hasRole(actor.role, 'manager')) project.hourly_rate = null;
  return project;
}
