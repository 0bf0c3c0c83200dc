/** A plugin's own HTTP routes, under `/api/plugins/<id>`. Data, not a framework: the host serves them. */
import type { Static, TSchema } from 'typebox';

/** Who may call: nobody in particular, a signed-in user, an administrator. */
export type RouteAccess = 'public' | 'user' | 'admin';

export interface RouteRequest<Body = unknown, Query = unknown, Params = unknown> {
  /** Null on public routes. */
  user: { id: number; role: string; time_zone: string } | null;
  body: Body;
  query: Query;
  params: Params;
  headers: Record<string, string | string[] | undefined>;
  /** Aborted when the caller goes away or time is up. */
  signal: AbortSignal;
}

export interface RouteReply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface RouteDefinition<
  Body extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Params extends TSchema = TSchema,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the plugin's prefix: `/goals/:id`. */
  path: string;
  /** @default 'user' */
  access?: RouteAccess;
  /** Scope for API tokens, among the manifest's `scopes`; `read` or `write` by method when absent. */
  scope?: string;
  summary: string;
  body?: Body;
  query?: Query;
  params?: Params;
  /** Status → schema. What it does not name does not leave. */
  response?: Record<number, TSchema>;
  /** Bytes. @default 1048576 */
  bodyLimit?: number;
  /** Seconds until the caller gets 503. @default 10 */
  timeoutSeconds?: number;
  /** A plain value is answered with 200. */
  handler(
    request: RouteRequest<Static<Body>, Static<Query>, Static<Params>>,
  ): Promise<RouteReply | unknown> | RouteReply | unknown;
}
