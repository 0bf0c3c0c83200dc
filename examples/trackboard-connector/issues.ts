/**
 * An issue is one task in each project that somebody brought it to. What is told may be told twice, late or
 * by several people at once: the newest state of the issue wins.
 */
import { cutText, type Task } from '@stint/plugin';
import type { Context, TrackboardConnection } from './settings.ts';
import type { Issue } from './trackboard.ts';

const MAX_TITLE = 200;
const MAX_BODY = 2000;

export interface Kept {
  did: 'created' | 'updated' | 'nothing';
  /** The task, unless there is none. */
  task_id?: number;
}

export async function keepIssue(
  ctx: Context,
  connection: TrackboardConnection,
  issue: Issue,
): Promise<Kept> {
  const { default_project_id: project_id, board } = connection.config;
  if (issue.board !== board) return { did: 'nothing' };
  const key = keyOf(project_id, issue);
  return ctx.lock(`issue:${key}`, async () => {
    const task_id = await ctx.links.find('issue', key);
    const known = await ctx.kv.get<string>(`issue:${key}`);
    if (known !== undefined && known >= issue.updated_at) return { did: 'nothing', task_id };
    const kept = await applyIssue(ctx, connection, issue, task_id);
    await ctx.kv.set(`issue:${key}`, issue.updated_at);
    return kept;
  });
}

async function applyIssue(
  ctx: Context,
  { id, user_id, config }: TrackboardConnection,
  issue: Issue,
  task_id: number | undefined,
): Promise<Kept> {
  const key = keyOf(config.default_project_id, issue);
  const data = ctx.data.as(user_id, { connection: id, external_id: String(issue.id) });
  if (issue.state === 'deleted') {
    // Its time is still somebody's: the task stays, and is nobody's issue any more.
    if (task_id !== undefined) await ctx.links.unlink('issue', key);
    return { did: task_id === undefined ? 'nothing' : 'updated' };
  }
  const task = task_id === undefined ? undefined : await data.find<Task>(`/tasks/${task_id}`);
  if (task) {
    const changes = changesOf(task, fieldsOf(issue, config.login, user_id, task));
    if (Object.keys(changes).length === 0) return { did: 'nothing', task_id };
    await data.patch(`/tasks/${task_id}`, changes);
    return { did: 'updated', task_id };
  }
  // Somebody deleted the task here: they do not want it back. And nobody wants what is long closed.
  if (task_id !== undefined || issue.state === 'closed') return { did: 'nothing' };
  const made = await data.post<Task>('/tasks', {
    project_id: config.default_project_id,
    external_ref: refOf(issue),
    ...fieldsOf(issue, config.login, user_id),
  });
  return { did: 'created', task_id: await ctx.links.link('issue', key, made.id) };
}

type Fields = Pick<Task, 'name' | 'description' | 'status' | 'priority' | 'assignee_id'>;

function fieldsOf(issue: Issue, login: string, user_id: number, before?: Task): Fields {
  return {
    name: cutText(issue.title.trim() || issue.key, MAX_TITLE),
    description: cutText(issue.body, MAX_BODY),
    status: statusOf(issue, before),
    priority: priorityOf(issue.labels),
    assignee_id: assigneeOf(issue, login, user_id, before),
  };
}

/** Somebody may be at it here, which Trackboard does not know. */
function statusOf({ state }: Issue, before?: Task): Task['status'] {
  if (state === 'closed') return 'done';
  return before?.status === 'in_progress' ? 'in_progress' : 'todo';
}

function priorityOf(labels: string[]): Task['priority'] {
  const names = new Set(labels.map((label) => label.toLowerCase()));
  if (names.has('bug') || names.has('critical')) return 'high';
  return names.has('enhancement') ? 'medium' : 'low';
}

/** Whom the others are here, this connection cannot tell: theirs can. */
function assigneeOf(issue: Issue, login: string, user_id: number, before?: Task): number | null {
  if (isAssignedTo(issue, login)) return user_id;
  const current = before?.assignee_id ?? null;
  return current === user_id ? null : current;
}

export function isAssignedTo({ assignee }: Issue, login: string): boolean {
  return assignee?.toLowerCase() === login.toLowerCase();
}

function changesOf(task: Task, wanted: Fields): Partial<Fields> {
  const changed = Object.entries(wanted).filter(
    ([name, value]) => task[name as keyof Fields] !== value,
  );
  return Object.fromEntries(changed);
}

function keyOf(project_id: number, { id }: Issue): string {
  return `${project_id}/${id}`;
}

/** The id of the issue that `ctx.links` names. */
export function issueIdOf(key: string): number {
  return Number(key.slice(key.indexOf('/') + 1));
}

const REF = 'trackboard:';

function refOf({ key }: Issue): string {
  return `${REF}${key}`;
}

/** What people call the issue of a task, if it has one. */
export function issueKeyOf({ external_ref }: Pick<Task, 'external_ref'>): string | undefined {
  return external_ref?.startsWith(REF) ? external_ref.slice(REF.length) : undefined;
}
