/**
 * The timer of whoever an issue is assigned to, when they asked for it. Only news start it: a synchronisation
 * that finds twenty issues of theirs does not.
 *
 * News reach one person's address and may be about another. Whoever has the secret of an address can sign what
 * they like: for anybody else than its owner, GitHub is asked, with the token of whom it is about.
 */
import { cutText, DataError, type TimeEntry } from '@stint/plugin';
import { type Issue, type Report, readIssue } from './github.ts';
import { keepIssue, linkKey, type Place } from './issues.ts';
import { findRepository, parseFullName } from './repositories.ts';
import type { Context } from './settings.ts';

interface Known {
  updated_at: string;
  isMine: boolean;
  /** The entry that was started for it. */
  entry_id?: number;
}

const MAX_NOTE = 200;

/** @returns what was done, for the list of deliveries */
export async function noteAssignment(
  ctx: Context,
  { action, issue: told, assignee, repository }: Report,
  connection_id: number,
): Promise<string[]> {
  if ((action !== 'assigned' && action !== 'unassigned') || !assignee) return [];
  const named = parseFullName(repository.full_name);
  const done: string[] = [];
  if (!named) return done;
  for await (const { user } of ctx.settings.users({ github_username: assignee.login })) {
    const connection = await ctx.connections.ofUser(user.id);
    if (!connection?.is_active) continue;
    const own = findRepository(connection.config, named);
    if (!own) continue;
    const issue =
      connection.id === connection_id
        ? told
        : await readIssue(ctx, connection.config, own, told.number).catch(() => undefined);
    if (!issue) continue;
    const place = { connection, repository: own };
    const outcome = await noteOne(ctx, place, issue, assignee.login, action === 'assigned');
    if (outcome) done.push(outcome);
  }
  return done;
}

async function noteOne(
  ctx: Context,
  place: Place,
  issue: Issue,
  login: string,
  isStart: boolean,
): Promise<string | undefined> {
  const { connection, repository } = place;
  const { id, user_id, config } = connection;
  const { task_id } = await keepIssue(ctx, place, issue);
  const key = `assignment:${id}/${linkKey(repository, issue.number)}`;
  const data = ctx.data.as(user_id, { connection: id, external_id: key });
  return ctx.lock(key, async () => {
    const known = await ctx.kv.get<Known>(key);
    const order = known ? Date.parse(issue.updated_at) - Date.parse(known.updated_at) : 1;
    if (order < 0) return undefined;
    // Assigned and taken away within a second: which was last, only GitHub knows.
    const now =
      order === 0 ? ((await readIssue(ctx, config, repository, issue.number)) ?? issue) : issue;
    const isMine = now.state === 'open' && isAssigned(now, login);
    const next: Known = { updated_at: now.updated_at, isMine, entry_id: known?.entry_id };
    let done: string | undefined;
    if (isMine && !known?.isMine && isStart && config.auto_start_timer && task_id !== undefined) {
      next.entry_id = await startTimer(task_id);
      done = next.entry_id ? 'timer started' : 'another timer runs and goes on';
    } else if (!isMine && known?.entry_id !== undefined) {
      if (await stopTimer(known.entry_id)) done = 'timer stopped';
      next.entry_id = undefined;
    }
    await ctx.kv.set(key, next);
    return done;
  });

  /** Undefined when another runs, and the person's policy is to keep it. */
  async function startTimer(task_id: number): Promise<number | undefined> {
    const { number, title, updated_at } = issue;
    const description = cutText(`GitHub issue #${number}: ${title}`, MAX_NOTE);
    const idempotencyKey = `github:${id}:${number}:${task_id}:${updated_at}`;
    try {
      const entry = { task_id, description };
      return (await data.post<TimeEntry>('/timer/start', entry, { idempotencyKey })).id;
    } catch (error) {
      if (error instanceof DataError && error.code === 'STINT_ERR_TIMER_RUNNING') return undefined;
      throw error;
    }
  }

  /** Only what was started for it: another timer is none of this. */
  async function stopTimer(entry_id: number): Promise<boolean> {
    const { timers } = await data.get<{ timers: TimeEntry[] }>('/timer');
    if (!timers.some((timer) => timer.id === entry_id)) return false;
    await data.post('/timer/stop', { entry_id });
    return true;
  }
}

function isAssigned({ assignees = [] }: Issue, login: string): boolean {
  return assignees.some((one) => one.login.toLowerCase() === login.toLowerCase());
}
