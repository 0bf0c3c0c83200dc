/**
 * `Idempotency-Key` on every POST of a signed-in user: the first request runs, later ones with the
 * same key and body get its answer again. Kept 24 hours in PostgreSQL.
 * Source: draft-ietf-httpapi-idempotency-key-header-07.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import {
  ERR_IDEMPOTENCY_KEY_INVALID,
  ERR_IDEMPOTENCY_KEY_REUSED,
  ERR_IDEMPOTENCY_KEY_RUNNING,
} from './errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    idempotencyKey?: string;
  }
}

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  headers: Record<string, string>;
  body: string;
  created_at: Date;
}

// A request that a killed process left behind may be tried again after this long.
const ABANDONED_AFTER_MS = 60_000;
const replayedHeaders = ['content-type', 'etag', 'location'] as const;

function hashRequest(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
}

/** Takes the key, or answers from the row that already holds it. */
async function claimKey(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST' || !request.context?.actor.user_id) return;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ERR_IDEMPOTENCY_KEY_INVALID();
  }
  const { db, actor, clock } = request.context;
  const id = { user_id: actor.user_id, key };
  const request_hash = hashRequest(request);
  const now = clock.now();
  const claimed = await db('idempotency_keys')
    .insert({ ...id, request_hash, created_at: now })
    .onConflict(['user_id', 'key'])
    .ignore()
    .returning('key');
  if (claimed.length === 1) {
    request.idempotencyKey = key;
    return;
  }
  const row: KeyRow | undefined = await db('idempotency_keys').where(id).first();
  if (row && !row.request_hash.equals(request_hash)) throw new ERR_IDEMPOTENCY_KEY_REUSED(key);
  if (!row || row.status === null) {
    const retaken =
      row && now.getTime() - row.created_at.getTime() > ABANDONED_AFTER_MS
        ? await db('idempotency_keys')
            .where({ ...id, created_at: row.created_at, status: null })
            .update({ created_at: now })
        : 0;
    if (retaken === 0) throw new ERR_IDEMPOTENCY_KEY_RUNNING(key);
    request.idempotencyKey = key;
    return;
  }
  return reply
    .code(row.status)
    .headers({ ...row.headers, 'idempotency-replayed': 'true' })
    .serializer(String)
    .send(row.body);
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
    const body = typeof payload === 'string' ? payload : '';
    await row.update({ status: reply.statusCode, headers: JSON.stringify(headers), body });
  }
  return payload;
}

async function registerIdempotency(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', claimKey);
  app.addHook('onSend', keepAnswer);
}

export default fp(registerIdempotency, { name: 'stint-idempotency', fastify: '5.x' });
