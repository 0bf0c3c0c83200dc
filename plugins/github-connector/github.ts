/**
 * GitHub's REST API, and nothing of Stint's: addresses, shapes, and what its answers mean.
 * https://docs.github.com/rest/issues/issues
 */
import { ConfigError, type HttpAnswer, nextPage, readJson, requireOk } from '@stint/plugin';
import { type Static, Type } from 'typebox';
import type { Repository } from './repositories.ts';
import type { Config, Context } from './settings.ts';

const SERVICE = 'GitHub';
const PER_PAGE = 100;
const VERSION = '2022-11-28';

const Login = Type.Object({ login: Type.String({ maxLength: 100 }) });

export const Issue = Type.Object({
  number: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  title: Type.String(),
  body: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  state: Type.Enum(['open', 'closed']),
  html_url: Type.String(),
  labels: Type.Optional(
    Type.Array(
      Type.Union([
        Type.String(),
        Type.Object({ name: Type.Optional(Type.Union([Type.String(), Type.Null()])) }),
      ]),
    ),
  ),
  assignees: Type.Optional(Type.Array(Login)),
  /** To the second: two changes may have the same. */
  updated_at: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d' }),
  /** The list of issues has pull requests too. */
  pull_request: Type.Optional(Type.Unknown()),
});
export type Issue = Static<typeof Issue>;

/** What a webhook sends of the event `issues`. */
export const Report = Type.Object({
  action: Type.String({ maxLength: 100 }),
  issue: Issue,
  repository: Type.Object({ full_name: Type.String({ maxLength: 300 }) }),
  /** Of `assigned` and `unassigned`. */
  assignee: Type.Optional(Type.Union([Login, Type.Null()])),
});
export type Report = Static<typeof Report>;

type Account = Pick<Config, 'github_token'>;
type Named = Pick<Repository, 'owner' | 'name'>;

interface Ask {
  etag?: string;
  signal?: AbortSignal;
}

async function ask(
  ctx: Context,
  { github_token }: Account,
  url: string,
  { etag, signal }: Ask = {},
): Promise<HttpAnswer> {
  return ctx.http.fetch(url, {
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${github_token}`,
      'x-github-api-version': VERSION,
      'user-agent': 'Stint',
      ...(etag && { 'if-none-match': etag }),
    },
    signal,
    // A repository that was renamed answers with a redirect.
    followSameOrigin: true,
  });
}

/** The address may have a path, as that of GitHub Enterprise Server has. */
async function addressOf(ctx: Context, path: string): Promise<string> {
  const { api_url } = await ctx.settings.instance();
  return api_url.replace(/\/+$/, '') + path;
}

const pathOf = ({ owner, name }: Named) =>
  `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;

/** Whose token it is. */
export async function whoAmI(ctx: Context, account: Account): Promise<string> {
  const answer = await ask(ctx, account, await addressOf(ctx, '/user'));
  return readJson(answer, Login, SERVICE).login;
}

/** @throws ConfigError where there is none that this token may see */
export async function checkRepository(ctx: Context, account: Account, named: Named): Promise<void> {
  requireFound(await ask(ctx, account, await addressOf(ctx, pathOf(named))), named);
}

export interface Page {
  issues: Issue[];
  /** Address of the next one. */
  next?: string;
  etag?: string;
}

/** Where the list begins: all that are open, or all that changed since an instant. Oldest change first. */
export async function listAddress(ctx: Context, named: Named, since?: string): Promise<string> {
  const query = new URLSearchParams({
    state: since === undefined ? 'open' : 'all',
    sort: 'updated',
    direction: 'asc',
    per_page: String(PER_PAGE),
    ...(since !== undefined && { since }),
  });
  return addressOf(ctx, `${pathOf(named)}/issues?${query}`);
}

/** Undefined when nothing changed since the answer with this ETag: that costs nothing of the rate limit. */
export async function readPage(
  ctx: Context,
  account: Account,
  named: Named,
  { url, ...options }: Ask & { url: string },
): Promise<Page | undefined> {
  const answer = await ask(ctx, account, url, options);
  if (answer.status === 304) return undefined;
  requireFound(answer, named);
  const all = readJson(answer, Type.Array(Issue), SERVICE);
  const issues = all.filter(({ pull_request }) => pull_request === undefined);
  return { issues, next: nextPage(answer, url), etag: answer.headers.etag };
}

/** As it is now; undefined when it was deleted or is in another repository. */
export async function readIssue(
  ctx: Context,
  account: Account,
  named: Named,
  number: number,
): Promise<Issue | undefined> {
  const url = await addressOf(ctx, `${pathOf(named)}/issues/${number}`);
  const answer = await ask(ctx, account, url);
  if (answer.status === 404 || answer.status === 410) return undefined;
  const issue = readJson(answer, Issue, SERVICE);
  // A transferred one redirects to where it is now, with a number of there.
  const isHere = issue.html_url.toLowerCase().endsWith(`/${keyPath(named)}/issues/${number}`);
  return isHere ? issue : undefined;
}

function keyPath({ owner, name }: Named): string {
  return `${owner}/${name}`.toLowerCase();
}

function requireFound(answer: HttpAnswer, { owner, name }: Named): void {
  if (answer.status === 404)
    throw new ConfigError(
      `There is no repository ${owner}/${name} on GitHub that this token may read.`,
      '/repo_name',
    );
  if (answer.status === 410)
    throw new ConfigError(`Issues are switched off in ${owner}/${name}.`, '/repo_name');
  requireOk(answer, SERVICE);
}
