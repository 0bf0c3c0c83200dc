/**
 * Encrypts everything again under the current key, while others read and write. No lock is held:
 * a row that somebody changed meanwhile is left as they wrote it. It can be cut off at any moment,
 * and what it did stays done.
 */
import type { Knex } from 'knex';
import { type Envelope, type Place, seal, unseal } from './envelope.ts';
import type { KeyRing } from './key-ring.ts';

export interface Rotation {
  rotated: number;
  /** Could not be decrypted, and were left as they are: place and code. */
  unreadable: (Place & { code: string })[];
  /** Still under another key at the end; unreadable ones, or written by a process with an old key. */
  left: number;
}

type Row = Place & Envelope;

const BATCH = 500;

export async function rotateSecrets(db: Knex, keys: KeyRing, batch = BATCH): Promise<Rotation> {
  const rotation: Rotation = { rotated: 0, unreadable: [], left: 0 };
  for await (const row of listOutdated(db, keys, batch)) {
    try {
      rotation.rotated += await rotateRow(db, keys, row);
    } catch (error) {
      const { code } = error as { code?: string };
      if (!code?.startsWith('STINT_ERR_SECRET_')) throw error;
      rotation.unreadable.push({ owner: row.owner, path: row.path, code });
    }
  }
  rotation.left = await countOutdated(db, keys);
  return rotation;
}

async function rotateRow(db: Knex, keys: KeyRing, row: Row): Promise<number> {
  const { owner, path, nonce } = row;
  const sealed = seal(keys, row, unseal(keys, row, row));
  // Every write has a nonce of its own, so the same nonce means the same secret.
  return db('secrets').where({ owner, path, nonce }).update(sealed);
}

async function* listOutdated(db: Knex, keys: KeyRing, batch: number): AsyncGenerator<Row> {
  let last: Row | undefined;
  for (;;) {
    const query = db('secrets').whereNot({ key_id: keys.currentId });
    if (last) query.whereRaw('(owner, path) > (?, ?)', [last.owner, last.path]);
    const rows: Row[] = await query.orderBy(['owner', 'path']).limit(batch);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < batch) return;
  }
}

async function countOutdated(db: Knex, keys: KeyRing): Promise<number> {
  const row = await db('secrets').whereNot({ key_id: keys.currentId }).count({ left: '*' }).first();
  return Number(row?.left);
}
