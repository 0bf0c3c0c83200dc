/** Clients that call an application as one of its users, without a network. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Knex } from 'knex';
import { scopes } from '../../auth/scopes.ts';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import type { TestClock } from './clock.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; their shape is what they test
  body: any;
  headers: Record<string, string>;
  text: string;
}

/** Calls the API as one user, by API token. Paths are below `/api/v1`, unless they start with `/api/`. */
export interface Caller {
  id: number;
  token: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, headers?: Record<string, string>): Promise<Answer>;
}

export interface PersonOptions {
  /** @default 'member' */
  role?: 'member' | 'manager' | 'admin';
  /** @default 'UTC' */
  time_zone?: string;
  /** Of the token. @default all of the core, and of the plugins under test */
  scopes?: readonly string[];
  name?: string;
  email?: string;
  /** Any other column of `users`. */
  [column: string]: unknown;
}

export interface Callers {
  /** A new user with a token of all scopes. */
  person(options?: PersonOptions): Promise<Caller>;
  /** A caller with another token, or none. */
  withToken(token: string | undefined, id?: number): Caller;
  inject(options: InjectOptions): Promise<Answer>;
}

/** Below `/api/v1`, unless it is a path of its own. */
export function urlOf(path: string): string {
  return path.startsWith('/api/') ? path : `/api/v1${path}`;
}

/** @param pluginScopes what tokens may do beside the core's scopes */
export function makeCallers(
  { app, db, clock }: { app: FastifyInstance; db: Knex; clock: TestClock },
  pluginScopes: readonly string[] = [],
): Callers {
  async function inject(request: InjectOptions): Promise<Answer> {
    const reply = await app.inject(request);
    const isJson = /json/.test(String(reply.headers['content-type']));
    return {
      status: reply.statusCode,
      body: isJson && reply.body ? reply.json() : undefined,
      headers: reply.headers as Record<string, string>,
      text: reply.body,
    };
  }

  function withToken(token: string | undefined, id = 0): Caller {
    const call =
      (method: 'GET' | 'DELETE') =>
      (path: string, headers: Record<string, string> = {}) =>
        inject({ method, url: urlOf(path), headers: { ...auth, ...headers } });
    const send =
      (method: 'POST' | 'PATCH' | 'PUT') =>
      (path: string, payload?: unknown, headers: Record<string, string> = {}) =>
        inject({
          method,
          url: urlOf(path),
          headers: { ...auth, ...headers },
          ...(payload !== undefined && { payload: payload as object }),
        });
    const auth: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    return {
      id,
      token: token ?? '',
      get: call('GET'),
      delete: call('DELETE'),
      post: send('POST'),
      patch: send('PATCH'),
      put: send('PUT'),
    };
  }

  let people = 0;
  async function person({
    scopes: granted = [...scopes, ...pluginScopes],
    ...columns
  }: PersonOptions = {}): Promise<Caller> {
    people += 1;
    const [user] = await db('users')
      .insert({
        email: `person${people}@example.com`,
        name: `Person ${people}`,
        role: 'member',
        ...columns,
      })
      .returning('id');
    const token = newSecret('stint_');
    await db('api_tokens').insert({
      token_hash: hashSecret(token),
      user_id: user.id,
      name: 'test',
      scopes: granted,
      last_used_at: clock.now(),
    });
    return withToken(token, user.id);
  }

  return { person, withToken, inject };
}
