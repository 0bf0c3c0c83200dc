/** `ETag` and `If-Match` (RFC 9110 §13): an edit made on stale data is refused, not merged. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ERR_VERSION_MISMATCH } from '../errors.ts';

interface Versioned {
  id: number;
  version: number;
}

export function etagOf({ id, version }: Versioned): string {
  return `"${id}-${version}"`;
}

/** Sends `row` with its ETag. */
export function withEtag<T extends Versioned>(reply: FastifyReply, row: T): T {
  reply.header('etag', etagOf(row));
  return row;
}

/** The `If-Match` header, to be checked by the service inside its transaction. */
export function ifMatch(request: FastifyRequest): string | undefined {
  return request.headers['if-match'];
}

/** @throws STINT_ERR_VERSION_MISMATCH when `expected` is given and names no current version */
export function requireVersion(row: Versioned, expected: string | undefined): void {
  if (expected === undefined || expected === '*') return;
  const tags = expected.split(',').map((tag) => tag.trim());
  if (!tags.includes(etagOf(row))) throw new ERR_VERSION_MISMATCH(expected, etagOf(row));
}
