/**
 * `Idempotency-Key` on every POST of a signed-in user: the first request runs, later ones with the
 * same key and body get its answer again. Kept 24 hours in PostgreSQL, without secrets.
 * Source: draft-ietf-httpapi-idempotency-key-header-07.
 */
import { createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import {
  ERR_IDEMPOTENCY_KEY_INVALID,
  ERR_IDEMPOTENCY_KEY_REUSED,
  ERR_IDEMPOTENCY_KEY_RUNNING,
} from './errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Field of the answer that holds a secret: null when the answer is replayed. */
    shownOnce?: string;
  }
  interface FastifyRequest {
    idempotencyKey?: string;
  }
}

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  headers: Record<string, string>;
  body: string;
}

/** How long an answer is kept. */
export const KEPT_MS = 86_400_000;
// A request that a killed process left behind may be tried again after this long.
const ABANDONED_AFTER_MS = 60_000;
const replayedHeaders = ['content-type', 'etag', 'location'] as const;

// A body may hold a password, and a fast hash of one must not lie in a table. Keyed with the secret
// that the caller came with, which only they have, it says nothing.
function hashRequest(request: FastifyRequest): Buffer {
  const { body } = request;
  return (
    createHmac('sha256', request.credential?.secret ?? '')
      .update(`${request.method} ${request.url}\n`)
      // A file is hashed as it is: as JSON it would be several times its size.
      .update(Buffer.isBuffer(body) ? body : JSON.stringify(isStream(body) ? null : (body ?? null)))
      .digest()
  );
}

// Read once, by whoever it is for: such a request is known by its address alone.
function isStream(body: unknown): boolean {
  return body instanceof Readable;
}

/** Takes the key, or answers from the row that already holds it. */
async function claimKey(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST' || !request.context?.actor.user_id) return;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ERR_IDEMPOTENCY_KEY_INVALID();
  }
  const { db, actor, clock } = request.context;
  const id = { user_id: actor.user_id as number, key };
  const request_hash = hashRequest(request);
  const now = clock.now();
  // One statement, so that of many requests at once exactly one gets the key.
  const { rowCount } = await db.raw(
    `INSERT INTO idempotency_keys AS k (user_id, key, request_hash, created_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash,
       created_at = excluded.created_at, status = NULL, headers = NULL, body = NULL
     WHERE k.created_at <= ?
       OR (k.status IS NULL AND k.created_at <= ? AND k.request_hash = excluded.request_hash)`,
    [id.user_id, key, request_hash, now, before(now, KEPT_MS), before(now, ABANDONED_AFTER_MS)],
  );
  if (rowCount === 1) {
    request.idempotencyKey = key;
    return;
  }
  const row: KeyRow | undefined = await db('idempotency_keys').where(id).first();
  if (row && !row.request_hash.equals(request_hash)) throw new ERR_IDEMPOTENCY_KEY_REUSED(key);
  // No row: the first request has just failed and freed the key.
  if (!row || row.status === null) throw new ERR_IDEMPOTENCY_KEY_RUNNING(key);
  return reply
    .code(row.status)
    .headers({ ...row.headers, 'idempotency-replayed': 'true' })
    .serializer(String)
    .send(row.body);
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

/** Keeps the answer; a 5xx or a 429 frees the key, because such a request should be tried again. */
async function keepAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown) {
  if (request.idempotencyKey === undefined) return payload;
  const { db, actor } = request.context;
  const row = db('idempotency_keys').where({ user_id: actor.user_id, key: request.idempotencyKey });
  request.idempotencyKey = undefined;
  if (reply.statusCode >= 500 || reply.statusCode === 429) await row.delete();
  else {
    const headers = Object.fromEntries(
      replayedHeaders.flatMap((name) => {
        const value = reply.getHeader(name);
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
    const body = withoutSecret(payload, request.routeOptions.config.shownOnce);
    await row.update({ status: reply.statusCode, headers: JSON.stringify(headers), body });
  }
  return payload;
}

function withoutSecret(payload: unknown, field: string | undefined): string {
  if (typeof payload !== 'string') return '';
  if (field === undefined) return payload;
  const answer = JSON.parse(payload);
  return JSON.stringify(field in answer ? { ...answer, [field]: null } : answer);
}

async function registerIdempotency(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', claimKey);
  app.addHook('onSend', keepAnswer);
}

export default fp(registerIdempotency, { name: 'stint-idempotency', fastify: '5.x' });
