/**
 * Every open issue at first, and afterwards all that changed, repository by repository. It goes on where it was
 * cut off, and one repository that cannot be read keeps none of the others back.
 */
import {
  ConfigError,
  DataError,
  type Project,
  type SyncResult,
  type SyncRun,
  type Task,
} from '@stint/plugin';
import { type Issue, listAddress, readIssue, readPage } from './github.ts';
import { dropIssue, issueNumberOf, keepIssue, type Place, REF, unusable } from './issues.ts';
import { keyOf, type Repository, repositoriesOf } from './repositories.ts';
import type { Context, GithubConnection } from './settings.ts';

/** How far a repository is: all changes before `since` are known. */
interface Mark {
  /** Where its list began, and what was answered there. */
  url?: string;
  etag?: string;
  since?: string;
}
type Marks = Record<string, Mark>;

export async function syncIssues(
  ctx: Context,
  connection: GithubConnection,
  run: SyncRun,
): Promise<SyncResult> {
  const result: SyncResult = { synced: 0, updated: 0, skipped: 0, errors: [] };
  const marks: Marks = run.cursor<Marks>() ?? {};
  const repositories = repositoriesOf(connection.config);
  const faults: ConfigError[] = [];
  for (const repository of repositories) {
    const save = async (mark: Mark) => {
      marks[keyOf(repository)] = mark;
      await run.save(marks);
    };
    const mark = marks[keyOf(repository)] ?? {};
    try {
      await requireProject(ctx, connection, repository);
      await new RepositorySync(ctx, { connection, repository }, run, result).go(mark, save);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      faults.push(error);
      result.errors.push(`${repository.owner}/${repository.name}: ${error.message}`);
    }
  }
  const [fault] = faults;
  if (fault && faults.length === repositories.length) throw fault;
  return result;
}

/** Otherwise every single issue would fail. */
export async function requireProject(
  ctx: Context,
  { user_id }: Pick<GithubConnection, 'user_id'>,
  { project_id }: Repository,
): Promise<void> {
  const project = await ctx.data.as(user_id).find<Project>(`/projects/${project_id}`);
  if (!project || project.archived_at !== null) throw unusable(project_id);
}

class RepositorySync {
  readonly ctx: Context;
  readonly place: Place;
  readonly run: SyncRun;
  readonly result: SyncResult;
  /** The numbers that came. */
  readonly seen = new Set<number>();

  constructor(ctx: Context, place: Place, run: SyncRun, result: SyncResult) {
    this.ctx = ctx;
    this.place = place;
    this.run = run;
    this.result = result;
  }

  async go(before: Mark, save: (mark: Mark) => Promise<void>): Promise<void> {
    const { ctx, place, run } = this;
    const { config } = place.connection;
    const first = await listAddress(ctx, place.repository, before.since);
    // An ETag is of one address.
    let etag = before.url === first ? before.etag : undefined;
    const begin = { url: first, etag };
    let { since } = before;
    for (let url: string | undefined = first; url !== undefined; etag = undefined) {
      const { signal } = run;
      const page = await readPage(ctx, config, place.repository, { url, etag, signal });
      if (!page) return;
      if (url === first) begin.etag = page.etag;
      for (const issue of page.issues) await this.keep(issue);
      since = latest(since, page.issues);
      await run.progress(this.result);
      // Cut off after this, the changes go on here; the open ones of a first run begin anew, and cost little.
      if (before.since !== undefined && page.next) await save({ since });
      url = page.next;
    }
    if (before.since === undefined) await this.closeMissing();
    await save(since === before.since ? { ...begin, since } : { since });
  }

  private async keep(issue: Issue): Promise<void> {
    const { ctx, run, result, place } = this;
    run.signal.throwIfAborted();
    this.seen.add(issue.number);
    try {
      const { did } = await keepIssue(ctx, place, issue);
      if (did === 'created') result.synced += 1;
      else if (did === 'updated') result.updated += 1;
      else result.skipped += 1;
    } catch (error) {
      // One that Stint refuses keeps none of the others back: its next change is a new chance.
      if (!(error instanceof DataError)) throw error;
      result.errors.push(`#${issue.number}: ${error.message}`);
    }
  }

  /** Tasks that are open here, of issues that were not among the open ones: each is looked at by itself. */
  private async closeMissing(): Promise<void> {
    const { ctx, place } = this;
    const { connection, repository } = place;
    const data = ctx.data.as(connection.user_id);
    const query = { project_id: repository.project_id };
    for await (const { id, status, external_ref } of data.list<Task>('/tasks', query)) {
      if (status === 'done' || !external_ref?.startsWith(REF)) continue;
      const number = await issueNumberOf(ctx, repository, id);
      if (number === undefined || this.seen.has(number)) continue;
      const issue = await readIssue(ctx, connection.config, repository, number);
      if (issue) await this.keep(issue);
      else await dropIssue(ctx, place, number);
    }
  }
}

function latest(since: string | undefined, issues: Issue[]): string | undefined {
  return issues.reduce(
    (last, { updated_at }) =>
      last === undefined || Date.parse(updated_at) > Date.parse(last) ? updated_at : last,
    since,
  );
}
