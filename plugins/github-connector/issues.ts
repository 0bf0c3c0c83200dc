/**
 * An issue is one task in each project that somebody brought it to. What is told may be told twice, late or
 * by several people at once: the newest state of the issue wins.
 */
import { ConfigError, cutText, DataError, type Task } from '@stint/plugin';
import { type Issue, readIssue } from './github.ts';
import { keyOf, type Repository } from './repositories.ts';
import type { Context, GithubConnection } from './settings.ts';

const MAX_TITLE = 200;
const MAX_BODY = 2000;
const MAX_URL = 2000;
const KIND = 'issue';

/** Whose issue it is, of which repository. */
export interface Place {
  connection: GithubConnection;
  repository: Repository;
}

export interface Kept {
  did: 'created' | 'updated' | 'nothing';
  /** The task, unless there is none. */
  task_id?: number;
}

/** What was seen of it last. One that was deleted or transferred is gone: its number never comes back. */
type Seen =
  | { isGone: true }
  | {
      isGone?: never;
      updated_at: string;
      state: Issue['state'];
      /** What was made of it: a repetition is known by that. */
      fields: string;
    };

export async function keepIssue(ctx: Context, place: Place, told: Issue): Promise<Kept> {
  const key = linkKey(place.repository, told.number);
  return ctx.lock(`${KIND}:${key}`, async () => {
    const task_id = await ctx.links.find(KIND, key);
    const seen = await ctx.kv.get<Seen>(`${KIND}:${key}`);
    if (seen?.isGone) return { did: 'nothing', task_id };
    const order = seen ? compareTime(told.updated_at, seen.updated_at) : 1;
    if (order < 0) return { did: 'nothing', task_id };
    const isSame = order === 0 && seen?.fields === textOf(told);
    // Without a task it may be that another person's labels kept it out.
    if (isSame && task_id !== undefined) return { did: 'nothing', task_id };
    // Two changes of one second: which is the later one, only GitHub knows.
    const issue = order === 0 && !isSame ? await readNow(ctx, place, told) : told;
    const kept = await applyIssue(ctx, place, issue, { task_id, before: seen?.state });
    const { updated_at, state } = issue;
    await ctx.kv.set(`${KIND}:${key}`, { updated_at, state, fields: textOf(issue) } satisfies Seen);
    return kept;
  });
}

/** It was deleted there or transferred. Its time is still somebody's: the task stays, and is no issue's any more. */
export async function dropIssue(
  ctx: Context,
  { repository }: Place,
  number: number,
): Promise<Kept> {
  const key = linkKey(repository, number);
  return ctx.lock(`${KIND}:${key}`, async () => {
    const task_id = await ctx.links.find(KIND, key);
    await ctx.kv.set(`${KIND}:${key}`, { isGone: true } satisfies Seen);
    if (task_id === undefined) return { did: 'nothing' };
    await ctx.links.unlink(KIND, key);
    return { did: 'updated', task_id };
  });
}

/** The number of the issue of this repository and project that a task is, if it is one. */
export async function issueNumberOf(
  ctx: Context,
  repository: Repository,
  task_id: number,
): Promise<number | undefined> {
  const key = await ctx.links.externalId(KIND, task_id);
  const prefix = linkKey(repository, '');
  return key?.startsWith(prefix) ? Number(key.slice(prefix.length)) : undefined;
}

async function readNow(
  ctx: Context,
  { connection, repository }: Place,
  told: Issue,
): Promise<Issue> {
  return (await readIssue(ctx, connection.config, repository, told.number)) ?? told;
}

async function applyIssue(
  ctx: Context,
  { connection, repository }: Place,
  issue: Issue,
  { task_id, before }: { task_id?: number; before?: Issue['state'] },
): Promise<Kept> {
  const { id, user_id } = connection;
  const key = linkKey(repository, issue.number);
  const data = ctx.data.as(user_id, { connection: id, external_id: key });
  if (task_id !== undefined) {
    const task = await data.find<Task>(`/tasks/${task_id}`);
    // Somebody deleted the task here: they do not want it back.
    if (!task) return { did: 'nothing' };
    const wanted = { ...fieldsOf(issue), status: statusOf(issue, before, task.status) };
    const changes = changesOf(task, wanted);
    if (Object.keys(changes).length === 0) return { did: 'nothing', task_id };
    await data.patch(`/tasks/${task_id}`, changes);
    return { did: 'updated', task_id };
  }
  // Nobody wants what is long closed.
  if (issue.state === 'closed' || !passes(issue, repository)) return { did: 'nothing' };
  const { project_id } = repository;
  const task = { project_id, external_ref: refOf(issue), ...fieldsOf(issue) };
  const made = await data.post<Task>('/tasks', task).catch((error) => {
    throw isOfProject(error) ? unusable(project_id) : error;
  });
  return { did: 'created', task_id: await ctx.links.link(KIND, key, made.id) };
}

/** Not this person's to use any more, or archived. */
function isOfProject(error: unknown): boolean {
  if (!(error instanceof DataError)) return false;
  return error.status === 404 || error.code === 'STINT_ERR_TASK_PROJECT_ARCHIVED';
}

export function unusable(project_id: number): ConfigError {
  return new ConfigError(
    `You cannot use project ${project_id}: choose another.`,
    '/default_project_id',
  );
}

type Fields = Pick<Task, 'name' | 'description' | 'priority' | 'external_url'>;

function fieldsOf(issue: Issue): Fields {
  const { title, body, number, html_url } = issue;
  return {
    name: cutText(title.trim(), MAX_TITLE).trim() || `#${number}`,
    description: cutText(body ?? '', MAX_BODY),
    priority: priorityOf(labelsOf(issue)),
    external_url: /^https?:\/\//.test(html_url) && html_url.length <= MAX_URL ? html_url : null,
  };
}

/** Only what changed there changes it here: somebody may be at it, or have done it already. */
function statusOf(
  { state }: Issue,
  before: Issue['state'] | undefined,
  status: Task['status'],
): Task['status'] {
  if (state === before) return status;
  if (state === 'closed') return 'done';
  return status === 'done' ? 'todo' : status;
}

function priorityOf(labels: string[]): Task['priority'] {
  if (labels.includes('bug') || labels.includes('critical')) return 'high';
  return labels.includes('enhancement') ? 'medium' : 'low';
}

function labelsOf({ labels = [] }: Issue): string[] {
  return labels.map((label) =>
    (typeof label === 'string' ? label : (label.name ?? '')).toLowerCase(),
  );
}

/** Whether it is one of those that its person wants. */
function passes(issue: Issue, { labels }: Repository): boolean {
  return labels.length === 0 || labelsOf(issue).some((label) => labels.includes(label));
}

function changesOf<Wanted extends Partial<Task>>(task: Task, wanted: Wanted): Partial<Wanted> {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => task[name as keyof Task] !== value,
  );
  return Object.fromEntries(changed) as Partial<Wanted>;
}

function textOf(issue: Issue): string {
  return JSON.stringify([fieldsOf(issue), issue.state, labelsOf(issue)]).slice(0, 20_000);
}

function compareTime(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}

export function linkKey(repository: Repository, number: number | ''): string {
  return `${repository.project_id}/${keyOf(repository)}#${number}`;
}

export const REF = 'github_issue_';

function refOf({ number }: Issue): string {
  return `${REF}${number}`;
}
