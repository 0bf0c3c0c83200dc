/** Trackboard's API, and nothing of Stint's: addresses, shapes, and what its answers mean. */
import { ConfigError, type HttpAnswer, readJson, requireOk } from '@stint/plugin';
import { type Static, Type } from 'typebox';
import type { Config, Context } from './settings.ts';

const SERVICE = 'Trackboard';
const PAGE = 50;

const Me = Type.Object({ login: Type.String(), name: Type.String() });
const Boards = Type.Object({
  boards: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
});

export const Issue = Type.Object({
  /** For good: it keeps it on another board too. */
  id: Type.Integer({ minimum: 1 }),
  board: Type.String(),
  /** What people call it: `SHOP-12`. */
  key: Type.String({ maxLength: 40 }),
  title: Type.String(),
  body: Type.String(),
  state: Type.Enum(['open', 'closed', 'deleted']),
  labels: Type.Array(Type.String()),
  assignee: Type.Union([Type.String(), Type.Null()]),
  /** Grows with each change; text that sorts as time does. */
  updated_at: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
});
export type Issue = Static<typeof Issue>;

const Page = Type.Object({
  issues: Type.Array(Issue),
  /** Where the next page begins: the same place again once there is nothing more. */
  after: Type.String(),
});

/** What a webhook sends. */
export const Report = Type.Object({ event: Type.String(), issue: Issue });

type Account = Pick<Config, 'token'>;

interface Call {
  method?: 'GET' | 'PUT' | 'DELETE';
  body?: object;
  etag?: string;
  signal?: AbortSignal;
}

async function call(
  ctx: Context,
  { token }: Account,
  path: string,
  { method = 'GET', body, etag, signal }: Call = {},
): Promise<HttpAnswer> {
  const { base_url } = await ctx.settings.instance();
  return ctx.http.fetch(new URL(path, base_url).href, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(etag && { 'if-none-match': etag }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal,
  });
}

export async function whoAmI(ctx: Context, account: Account): Promise<Static<typeof Me>> {
  return readJson(await call(ctx, account, '/api/me'), Me, SERVICE);
}

export async function listBoards(ctx: Context, account: Account) {
  return readJson(await call(ctx, account, '/api/boards'), Boards, SERVICE).boards;
}

/** Where reading ended, and how to ask whether anything is new there. */
export interface Place {
  after: string;
  etag?: string;
}

/**
 * What changed after a place, the oldest change first; undefined when nothing did.
 * @throws ConfigError when there is no such board
 */
export async function readChanges(
  ctx: Context,
  config: Account & Pick<Config, 'board'>,
  { after, etag }: Place,
  signal?: AbortSignal,
): Promise<(Static<typeof Page> & { etag?: string }) | undefined> {
  const query = new URLSearchParams({ after, limit: String(PAGE) });
  const path = `/api/boards/${encodeURIComponent(config.board)}/issues?${query}`;
  const answer = await call(ctx, config, path, { etag, signal });
  if (answer.status === 304) return undefined;
  if (answer.status === 404)
    throw new ConfigError(`There is no board ${config.board} on Trackboard.`, '/board');
  return { ...readJson(answer, Page, SERVICE), etag: answer.headers.etag };
}

export interface Work {
  /** Stint's name of it: said twice, it is kept once. */
  entry_id: number;
  started_at: string;
  seconds: number;
  note: string;
}

/** False when the issue is gone. */
export async function putTime(
  ctx: Context,
  account: Account,
  issueId: number,
  { entry_id, ...body }: Work,
): Promise<boolean> {
  const answer = await call(ctx, account, timePath(issueId, entry_id), { method: 'PUT', body });
  return answer.status !== 404 && !!requireOk(answer, SERVICE);
}

export async function deleteTime(
  ctx: Context,
  account: Account,
  issueId: number,
  entryId: number,
): Promise<void> {
  const answer = await call(ctx, account, timePath(issueId, entryId), { method: 'DELETE' });
  // Gone is gone, whoever did it.
  if (answer.status !== 404) requireOk(answer, SERVICE);
}

function timePath(issueId: number, entryId: number): string {
  return `/api/issues/${issueId}/time/stint-${entryId}`;
}
