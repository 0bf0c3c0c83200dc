/** Calls to the other side. */
import type { Static, TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { AuthFailed, ConfigError, RateLimited } from './errors.ts';

/** Calls hosts that the manifest or the settings allow: 10 s, `Retry-After` obeyed, no private addresses. */
export interface PluginHttp {
  /**
   * Every status is an answer, 401 and 500 too; only a 429 or 503 with `Retry-After` is thrown.
   * @throws RateLimited, or `STINT_ERR_OUTGOING_*`: host not allowed, not reached, too slow, too large.
   * @example const answer = await ctx.http.fetch('https://api.github.com/zen')
   */
  fetch(
    url: string,
    init?: {
      method?: string;
      headers?: Record<string, string>;
      /** At most 10 MB. */
      body?: string;
      /** For all of it, retries included. @default 10, at most 120 */
      timeoutSeconds?: number;
      signal?: AbortSignal;
      /** Follows up to 3 redirects within the same origin. @default false: a redirect is an answer */
      followSameOrigin?: boolean;
    },
  ): Promise<HttpAnswer>;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  /** At most 10 MB. */
  text(): string;
  json<T = unknown>(): T;
}

/**
 * Hands on an answer that is one (2xx, or 304), and throws what any other means to the host: 401 is
 * `AuthFailed`, 429 `RateLimited`, 403 `ConfigError` unless it limits a rate, and the rest an `Error`, which
 * is tried again. A 404 that has a meaning of its own is yours to look at before.
 * @param service what people call the other side
 * @throws AuthFailed, RateLimited, ConfigError, Error
 * @example requireOk(await ctx.http.fetch(url, { method: 'DELETE', headers }), 'Trackboard');
 */
export function requireOk(answer: HttpAnswer, service: string): HttpAnswer {
  const { status } = answer;
  if ((status >= 200 && status < 300) || status === 304) return answer;
  if (status === 401) throw new AuthFailed(`${service} refuses the credentials.`);
  const seconds = secondsToWait(answer);
  if (seconds !== undefined)
    throw new RateLimited(seconds, `${service} asks to be left alone for ${seconds} s.`);
  if (status === 403)
    throw new ConfigError(`${service} does not allow this with these credentials.`);
  throw new Error(`${service} answered ${status}.`);
}

/**
 * The body of an answer that is one, as its schema says: what the other side sends is not to be believed.
 * @param service what people call the other side
 * @throws as `requireOk`; Error when it is not JSON, or not of this shape
 * @example const { login } = readJson(await ctx.http.fetch(url, { headers }), Me, 'Trackboard');
 */
export function readJson<Schema extends TSchema>(
  answer: HttpAnswer,
  schema: Schema,
  service: string,
): Static<Schema> {
  const body: unknown = requireOk(answer, service).json();
  const [fault] = Errors(schema, body);
  if (fault)
    throw new Error(
      `${service} answered something else: ${fault.instancePath || '/'} ${fault.message}.`,
    );
  return body as Static<Schema>;
}

/**
 * Where the next page is, as the `Link` header says (RFC 8288); undefined on the last one. An address of
 * another origin than `asked` is refused: it would be sent the credentials.
 * @param asked the address that was asked, against which a relative one is read
 * @throws Error when the address is of another origin, or none
 * @example for (let url: string | undefined = first; url; ) {
 *   const answer = await ctx.http.fetch(url, { headers });
 *   for (const issue of readJson(answer, Issues, 'GitHub')) await keep(issue);
 *   url = nextPage(answer, first);
 * }
 */
export function nextPage({ headers }: HttpAnswer, asked: string): string | undefined {
  for (const [, target = '', parameters = ''] of (headers.link ?? '').matchAll(LINK)) {
    const rel = [...parameters.matchAll(PARAMETER)].find(
      ([, name]) => name?.toLowerCase() === 'rel',
    );
    const relations = (rel?.[2] ?? rel?.[3] ?? '').toLowerCase().split(/\s+/);
    if (!relations.includes('next')) continue;
    if (!URL.canParse(target, asked)) throw new Error('The address of the next page is none.');
    const url = new URL(target, asked);
    if (url.origin !== new URL(asked).origin)
      throw new Error(`The next page is at ${url.origin}, not at ${new URL(asked).origin}.`);
    return url.href;
  }
  return undefined;
}

// `<address>; a=b; c="d, e"`: a comma within quotes or brackets ends nothing.
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"[^"]*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,]+)\s*=\s*(?:"([^"]*)"|([^\s;,]*))/g;

const DEFAULT_WAIT_SECONDS = 60;

/** Some say with 403 that there were too many; the headers tell that from a missing right. */
function secondsToWait({ status, headers }: HttpAnswer): number | undefined {
  if (status !== 429 && status !== 403) return undefined;
  const asked = Number(headers['retry-after']?.trim() || Number.NaN);
  if (asked >= 0) return Math.max(1, Math.ceil(asked));
  if (headers['x-ratelimit-remaining']?.trim() === '0') {
    // Seconds of the epoch, or from now on: both are in use.
    const reset = Number(headers['x-ratelimit-reset']);
    const left = reset > 1e9 ? reset - Date.now() / 1000 : reset;
    return left > 0 ? Math.ceil(left) : DEFAULT_WAIT_SECONDS;
  }
  return status === 429 ? DEFAULT_WAIT_SECONDS : undefined;
}
