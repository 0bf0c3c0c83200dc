/** A plugin's own HTTP routes, under `/api/plugins/<id>`. Data, not a framework: the host serves them. */
import type { Static, TSchema } from 'typebox';
import type { Person } from './person.ts';

/** Who may call: nobody in particular, a signed-in user, an administrator. */
export type RouteAccess = 'public' | 'user' | 'admin';

export interface RouteRequest<
  Body = unknown,
  Query = unknown,
  Params = unknown,
  Access extends RouteAccess = RouteAccess,
> {
  /** Who asks; null on public routes, where nobody is asked who they are. */
  user: Access extends 'public' ? null : Person;
  body: Body;
  query: Query;
  params: Params;
  headers: Record<string, string | string[] | undefined>;
  /** Where people reach this instance, for addresses that others are told: `https://stint.example`. */
  origin: string;
  /** Aborted when the caller goes away or time is up. */
  signal: AbortSignal;
}

// An installed plugin may bring a copy of this package: its answers are known all the same.
const KIND = Symbol.for('stint.plugin.reply');

/** An answer with a status of its own. Made by `reply`. */
export interface Reply<Status extends number = number, Body = unknown> {
  readonly [KIND]: true;
  readonly status: Status;
  readonly body: Body;
  readonly headers: Record<string, string>;
}

/**
 * Answers with another status than 200, or with headers.
 * @param body left out where the status has none: 204
 * @example return reply(201, goal, { location: `/api/plugins/goals/${goal.id}` })
 */
export function reply<const Status extends number, Body = null>(
  status: Status,
  body?: Body,
  headers: Record<string, string> = {},
): Reply<Status, Body> {
  return { [KIND]: true, status, body: (body ?? null) as Body, headers };
}

export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && KIND in value;
}

/** Status → schema of its body. */
export type RouteResponses = Record<number, TSchema>;

/** What a handler may return: the body of 200 as it is, anything else by `reply`. */
export type RouteResult<Responses extends RouteResponses> =
  | (200 extends keyof Responses ? Static<Responses[200]> : unknown)
  | {
      [Status in keyof Responses & number]: Reply<Status, Static<Responses[Status]>>;
    }[keyof Responses & number];

export interface RouteDefinition<
  Body extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Params extends TSchema = TSchema,
  Responses extends RouteResponses = RouteResponses,
  Access extends RouteAccess = RouteAccess,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the plugin's prefix: `/goals/:id`. */
  path: string;
  /** @default 'user' */
  access?: Access;
  /** Scope for API tokens, among the manifest's `scopes`; `read` or `write` by method when absent. */
  scope?: string;
  summary: string;
  body?: Body;
  query?: Query;
  params?: Params;
  /** Every status that it answers with, and the schema of each: what that does not name does not leave. */
  response: Responses;
  /** Bytes. @default 1048576 */
  bodyLimit?: number;
  /** Seconds until the caller gets 503. @default 10 */
  timeoutSeconds?: number;
  /** Throw `Reject` to refuse; what `ctx.data` refused may pass through. */
  handler(
    request: RouteRequest<Static<Body>, Static<Query>, Static<Params>, Access>,
  ): Promise<RouteResult<Responses>> | RouteResult<Responses>;
}
