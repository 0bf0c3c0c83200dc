/**
 * Secrets at rest: the only code that reads and writes the table `secrets`. It gives clear text to
 * whoever names the owner, so ask about rights before.
 */
import type { Knex } from 'knex';
import { type Envelope, type Place, seal, unseal } from './envelope.ts';
import { ERR_SECRET_KEY_RETIRED, ERR_SECRET_TAMPERED } from './errors.ts';
import type { KeyRing } from './key-ring.ts';

type Row = Place & Envelope;

/** Stores one secret, instead of what was there. */
export async function writeSecret(
  db: Knex,
  keys: KeyRing,
  owner: string,
  path: string,
  clear: string,
): Promise<void> {
  await upsert(db, keys, owner, { [path]: clear });
}

/** Makes `secrets` all that the owner has: the others go. Call it in a transaction. */
export async function replaceSecrets(
  db: Knex,
  keys: KeyRing,
  owner: string,
  secrets: Record<string, string>,
): Promise<void> {
  await db('secrets').where({ owner }).whereNotIn('path', Object.keys(secrets)).delete();
  await upsert(db, keys, owner, secrets);
}

/**
 * Everything the owner has, by path, in clear.
 * @throws STINT_ERR_SECRET_KEY_UNKNOWN, STINT_ERR_SECRET_TAMPERED
 */
export async function readSecrets(
  db: Knex,
  keys: KeyRing,
  owner: string,
): Promise<Record<string, string>> {
  const rows: Row[] = await db('secrets').where({ owner }).orderBy('path');
  return Object.fromEntries(rows.map((row) => [row.path, unseal(keys, row, row)]));
}

/** A secret in the answer to a query that finds its owner as well. */
export type Sealed = Place & { key_id: string; nonce: string; ciphertext: string };

/** An SQL expression of all that an owner has, for `openSealed`. @param owner SQL of the owner's name */
export function selectSealed(owner: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('owner', owner, 'path', path, 'key_id', key_id,
      'nonce', encode(nonce, 'hex'), 'ciphertext', encode(ciphertext, 'hex')) ORDER BY path), '[]')
    FROM secrets WHERE owner = ${owner})`;
}

/**
 * By path, in clear.
 * @throws STINT_ERR_SECRET_KEY_UNKNOWN, STINT_ERR_SECRET_TAMPERED
 */
export function openSealed(keys: KeyRing, sealed: Sealed[]): Record<string, string> {
  return Object.fromEntries(
    sealed.map(({ key_id, nonce, ciphertext, ...place }) => {
      const bytes = {
        nonce: Buffer.from(nonce, 'hex'),
        ciphertext: Buffer.from(ciphertext, 'hex'),
      };
      return [place.path, unseal(keys, place, { key_id, ...bytes })];
    }),
  );
}

/**
 * For a save, which replaces them: one that was tampered with is left out, so that it can be
 * entered again. One under a key that this process lacks still throws: others may have that key.
 */
export async function readIntactSecrets(
  db: Knex,
  keys: KeyRing,
  owner: string,
): Promise<Record<string, string>> {
  const rows: Row[] = await db('secrets').where({ owner }).orderBy('path');
  const intact: [string, string][] = [];
  for (const row of rows) {
    try {
      intact.push([row.path, unseal(keys, row, row)]);
    } catch (error) {
      if (!(error instanceof ERR_SECRET_TAMPERED)) throw error;
    }
  }
  return Object.fromEntries(intact);
}

/** What is set, for those who may not see it. */
export async function listSecretPaths(db: Knex, owner: string): Promise<string[]> {
  return db('secrets').where({ owner }).orderBy('path').pluck('path');
}

/** Deletes one secret of the owner, or all; says how many there were. */
export async function deleteSecrets(db: Knex, owner: string, path?: string): Promise<number> {
  return db('secrets')
    .where({ owner, ...(path !== undefined && { path }) })
    .delete();
}

async function upsert(
  db: Knex,
  keys: KeyRing,
  owner: string,
  secrets: Record<string, string>,
): Promise<void> {
  // In one order, so that two writers of one owner wait instead of blocking each other.
  const rows = Object.entries(secrets)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, clear]) => ({ owner, path, ...seal(keys, { owner, path }, clear) }));
  if (rows.length === 0) return;
  await db('secrets')
    .insert(rows)
    .onConflict(['owner', 'path'])
    .merge({
      key_id: db.raw('excluded.key_id'),
      nonce: db.raw('excluded.nonce'),
      ciphertext: db.raw('excluded.ciphertext'),
      updated_at: db.fn.now(),
    })
    .catch((error: { constraint?: string }) => {
      if (error.constraint === 'secrets_key_known')
        throw new ERR_SECRET_KEY_RETIRED(keys.currentId);
      throw error;
    });
}
