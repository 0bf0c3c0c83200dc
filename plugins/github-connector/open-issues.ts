/** The open issues of somebody's repositories, as the card shows them: those given to them first. */
import type { Task } from '@stint/plugin';
import { type Static, Type } from 'typebox';
import { REF } from './issues.ts';
import { repositoriesOf } from './repositories.ts';
import type { Context, GithubConnection } from './settings.ts';

const MOST = 20;

export const OpenIssues = Type.Object({
  is_connected: Type.Boolean(),
  issues: Type.Array(
    Type.Object({
      task_id: Type.Integer(),
      /** `acme/shop#42` */
      key: Type.String(),
      title: Type.String(),
      url: Type.Union([Type.String(), Type.Null()]),
      is_high: Type.Boolean(),
    }),
  ),
});
type OpenIssue = Static<typeof OpenIssues>['issues'][number];

/** As the person may see them. */
export async function listOpenIssues(
  ctx: Context,
  { user_id, config }: GithubConnection,
): Promise<OpenIssue[]> {
  const data = ctx.data.as(user_id);
  const found: OpenIssue[] = [];
  const projects = new Set(repositoriesOf(config).map(({ project_id }) => project_id));
  for (const project_id of projects) {
    for (const status of ['in_progress', 'todo'] as const) {
      const query = { project_id, status, sort: '-updated_at' };
      for await (const task of data.list<Task>('/tasks', query)) {
        if (found.length === MOST) return found;
        if (task.external_ref?.startsWith(REF)) found.push(issueOf(task));
      }
    }
  }
  return found;
}

function issueOf({ id, name, priority, external_ref, external_url }: Task): OpenIssue {
  const number = external_ref?.slice(REF.length);
  const [, repository = ''] =
    /^https?:\/\/[^/]+\/([^/]+\/[^/]+)\/issues\//.exec(external_url ?? '') ?? [];
  return {
    task_id: id,
    key: `${repository}#${number}`,
    title: name,
    url: external_url,
    is_high: priority === 'high',
  };
}
