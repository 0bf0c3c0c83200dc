/** Which project somebody means: by number, or by a part of its name, among those that they may use. */
import type { Project } from '@stint/plugin';
import type { Context } from './settings.ts';

const MOST_CANDIDATES = 10;
const LONGEST = 200;

export type Found =
  | { project: Project }
  | { candidates: Project[]; hasMore: boolean }
  | { isArchived: true }
  | { isUnknown: true };

export async function findProject(ctx: Context, user_id: number, text: string): Promise<Found> {
  const data = ctx.data.as(user_id);
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const numbered =
    number && Number(number) > 0
      ? await data.find<Project>(`/projects/${Number(number)}`)
      : undefined;
  if (numbered && numbered.archived_at === null) return { project: numbered };
  const wanted = fold(text);
  const partly: Project[] = [];
  const exactly: Project[] = [];
  if (text.length <= LONGEST) {
    const query = { search: text.normalize('NFC'), archived: false };
    for await (const project of data.list<Project>('/projects', query)) {
      const name = fold(project.name);
      if (name === wanted) exactly.push(project);
      // The search finds codes as well.
      else if (name.includes(wanted)) partly.push(project);
    }
  }
  const found = exactly.length > 0 ? exactly : partly;
  const [project] = found;
  if (!project) return numbered ? { isArchived: true } : { isUnknown: true };
  if (found.length === 1) return { project };
  return { candidates: found.slice(0, MOST_CANDIDATES), hasMore: found.length > MOST_CANDIDATES };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
