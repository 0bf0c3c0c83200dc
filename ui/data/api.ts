/**
 * Calls of the REST API, as the person who is signed in. A session that ended is renewed while the call
 * waits, a POST is safe to send twice, and every answer tells what the server's clock shows.
 */
import { noteServerTime } from './clock.ts';
import { isOnline } from './connection.ts';
import { hasCode, Problem, Unreachable } from './problem.ts';

type Value = string | number | boolean | undefined;
/** A list is sent as the parameter over and over. */
export type Query = Record<string, Value | readonly Value[]>;
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface CallOptions {
  query?: Query;
  body?: unknown;
  /** Sent as it is, in place of a body. */
  file?: File;
  signal?: AbortSignal;
  /** Refuses to write over what somebody else has changed since this was read. */
  basedOn?: { id: number; version: number };
  /** Waits for the password when the session has ended. @default true */
  renews?: boolean;
}

type Writing = Omit<CallOptions, 'body' | 'file'>;

// The connection that a browser kept open may be gone; it learns that by sending.
const AGAIN_AFTER_MS = 300;

let renew: (() => Promise<void> | undefined) | undefined;

/** Set by the session. @param work ends when somebody is signed in again; nothing where nobody was */
export function renewWith(work: () => Promise<void> | undefined): void {
  renew = work;
}

/** @param path below `/api/v1`, or from the root when it begins with `/api/` */
export function urlOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, String(one)]),
  );
  const search = new URLSearchParams(given);
  return `${path.startsWith('/api/') ? path : `/api/v1${path}`}${given.length > 0 ? `?${search}` : ''}`;
}

/**
 * @returns the body of the answer; `undefined` when it has none
 * @throws Problem when it is refused, Unreachable when nobody answers
 */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const { query, body, file, signal, basedOn, renews = true } = options;
  const init: RequestInit = {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(method !== 'GET' && { 'x-stint-csrf': '1' }),
      ...(method === 'POST' && { 'idempotency-key': randomKey() }),
      ...(basedOn && { 'if-match': `"${basedOn.id}-${basedOn.version}"` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(file && { 'content-type': 'application/octet-stream' }),
    },
    ...(file && { body: file }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  const url = urlOf(path, query);
  try {
    return await send(url, init);
  } catch (error) {
    if (error instanceof Unreachable && method !== 'PATCH') {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
    } else {
      const hasEnded = renews && hasCode(error, 'STINT_ERR_UNAUTHENTICATED');
      const renewal = hasEnded ? renew?.() : undefined;
      if (!renewal) throw error;
      await renewal;
    }
    return send(url, init);
  }
}

async function send<T>(url: string, init: RequestInit): Promise<T> {
  const sentAt = performance.now();
  const reply = await reach(url, init);
  // The header is what a cache said when the answer comes from one.
  if (!reply.headers.has('age')) {
    noteServerTime(Date.parse(reply.headers.get('date') ?? ''), sentAt, 1000);
  }
  const text = await reply.text().catch((error) => lost(error, init.signal));
  const isJson = /^application\/([\w.]+\+)?json/.test(reply.headers.get('content-type') ?? '');
  // A proxy answers in place of a server that is away.
  if (!isJson && reply.status >= 502 && reply.status <= 504) return lost(reply.statusText);
  isOnline.value = true;
  const body = isJson && text !== '' ? JSON.parse(text) : undefined;
  if (!reply.ok) throw new Problem(reply.status, body ?? {});
  return body as T;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    return lost(error, init.signal);
  }
}

function lost(cause: unknown, signal?: AbortSignal | null): never {
  if (signal?.aborted) throw signal.reason;
  isOnline.value = false;
  throw new Unreachable('The server does not answer.', { cause });
}

/** `crypto.randomUUID` is there on HTTPS only. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** @example await api.patch<Project>(`/projects/${project.id}`, { name }, { basedOn: project }) */
export const api = {
  get: <T>(path: string, query?: Query) => call<T>('GET', path, { query }),
  post: <T>(path: string, body?: unknown, options?: Writing) =>
    call<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: Writing) =>
    call<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: Writing) =>
    call<T>('PATCH', path, { ...options, body }),
  delete: (path: string, options?: Writing) => call<void>('DELETE', path, options),
};
