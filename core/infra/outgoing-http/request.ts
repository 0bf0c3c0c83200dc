/**
 * What is sent: method, headers and body, checked before anything is resolved. It refuses headers
 * that decide where a request goes or where it ends; those are the connection's business.
 */
import { ERR_OUTGOING_REQUEST_INVALID, ERR_OUTGOING_TOO_LARGE } from './errors.ts';

export const maxBodyBytes = 10_000_000;

export interface OutgoingInit {
  /** @default GET */
  method?: string;
  headers?: Record<string, string>;
  /** At most 10 MB. */
  body?: string | Uint8Array;
  /** For everything together: waiting, resolving, retries, redirects, the body. @default 10, at most 120 */
  timeoutSeconds?: number;
  signal?: AbortSignal;
  /** Follows up to 3 redirects within the same origin; others are answers. @default false */
  followSameOrigin?: boolean;
}

export interface OutgoingRequest {
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array;
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const visible = /^[\t\x20-\x7e\x80-\xff]*$/;
const reservedMethods = new Set(['CONNECT', 'TRACE', 'TRACK']);
const reservedHeaders = new Set(
  'host content-length transfer-encoding connection keep-alive upgrade expect te trailer'.split(
    ' ',
  ),
);

/** @throws STINT_ERR_OUTGOING_REQUEST_INVALID, STINT_ERR_OUTGOING_TOO_LARGE */
export function readRequest(host: string, init: OutgoingInit): OutgoingRequest {
  const method = (init.method ?? 'GET').toUpperCase();
  if (!token.test(method) || reservedMethods.has(method)) {
    throw new ERR_OUTGOING_REQUEST_INVALID(host, 'its method may not be sent');
  }
  const headers = readHeaders(host, init.headers ?? {});
  if (init.body === undefined) return { method, headers };
  if (method === 'GET' || method === 'HEAD') {
    throw new ERR_OUTGOING_REQUEST_INVALID(host, `${method} has no body`);
  }
  const body = Buffer.from(init.body);
  if (body.length > maxBodyBytes) throw new ERR_OUTGOING_TOO_LARGE('request to', host);
  return { method, headers, body };
}

function readHeaders(host: string, given: Record<string, string>): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': 'Stint',
    'accept-encoding': 'gzip, br',
  };
  for (const [name, value] of Object.entries(given)) {
    const key = name.toLowerCase();
    if (!token.test(key)) {
      throw new ERR_OUTGOING_REQUEST_INVALID(host, 'a header has an impossible name');
    }
    if (reservedHeaders.has(key) || key.startsWith('proxy-')) {
      throw new ERR_OUTGOING_REQUEST_INVALID(host, `the header ${key} may not be set`);
    }
    if (typeof value !== 'string' || !visible.test(value)) {
      throw new ERR_OUTGOING_REQUEST_INVALID(host, `the header ${key} has an impossible value`);
    }
    headers[key] = value;
  }
  return headers;
}
