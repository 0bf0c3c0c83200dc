/**
 * The keys of this process, held against those that the database knows. Processes that share a
 * database share their keys, so one that would bring another key of its own is refused.
 */
import type { KeyObject } from 'node:crypto';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { ERR_SECRET_KEY_MISMATCH } from './errors.ts';
import { createKeyFile, readKeyFile } from './key-file.ts';
import { fingerprintKey, type KeyRing, parseKeyRing } from './key-ring.ts';

type KeyConfig = Pick<Config, 'SECRET_KEY' | 'DATA_DIR'>;

interface KnownKey {
  id: string;
  fingerprint: Buffer;
  /** Made by Stint: gives way to a `SECRET_KEY` as long as nothing is encrypted under it. */
  generated: boolean;
}

const LOCK = 'stint.secret_keys';

/**
 * Reads `SECRET_KEY`, else the key file, else makes one, and notes the current key in the database.
 * Call it after the database was started and migrated: an embedded one wants its folder first.
 * @throws STINT_ERR_SECRET_KEY_MISMATCH when the database knows a key that this process lacks
 */
export async function openKeyRing(config: KeyConfig, db: Knex): Promise<KeyRing> {
  return withKnownKeys(db, async (trx, known) => {
    const given = findKeys(config);
    const missing = listMissing(known, given);
    const used = await listUsed(trx);
    const yields = ({ id, generated }: KnownKey) =>
      config.SECRET_KEY && generated && !used.includes(id);
    const lost = missing.find((key) => !yields(key));
    if (lost) throw new ERR_SECRET_KEY_MISMATCH(lost.id, describeLack(given, lost));
    await forget(trx, missing);
    const ring = useKnownNames(
      given ?? createKeyFile(config.DATA_DIR),
      known.filter((key) => !missing.includes(key)),
    );
    await noteCurrent(trx, ring, !config.SECRET_KEY);
    return ring;
  });
}

/** Deletes the secrets that none of the keys of this process decrypts; says how many there were. */
export async function discardLostSecrets(config: KeyConfig, db: Knex): Promise<number> {
  return withKnownKeys(db, async (trx, known) => {
    const lost = listMissing(known, findKeys(config));
    const ids = lost.map(({ id }) => id);
    const discarded = await trx('secrets').whereIn('key_id', ids).delete();
    await forget(trx, lost);
    return discarded;
  });
}

/** Forgets every key but the current one that no secret is under any more; returns their ids. */
export async function retireKeys(db: Knex, keys: KeyRing): Promise<string[]> {
  return withKnownKeys(db, async (trx, known) => {
    const used = [keys.currentId, ...(await listUsed(trx))];
    const unused = known.filter(({ id }) => !used.includes(id));
    await forget(trx, unused);
    return unused.map(({ id }) => id);
  });
}

async function withKnownKeys<T>(
  db: Knex,
  work: (trx: Knex, known: KnownKey[]) => Promise<T>,
): Promise<T> {
  return db.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('${LOCK}'))`);
    // Locked, so that no process encrypts under a key that is about to be forgotten.
    return work(trx, await trx('secret_keys').orderBy('created_at').forUpdate());
  });
}

function findKeys({ SECRET_KEY, DATA_DIR }: KeyConfig): KeyRing | undefined {
  return SECRET_KEY ? parseKeyRing(SECRET_KEY) : readKeyFile(DATA_DIR);
}

function listMissing(known: KnownKey[], ring: KeyRing | undefined): KnownKey[] {
  const keys = [...(ring?.keys.values() ?? [])].map(fingerprintKey);
  return known.filter(({ fingerprint }) => !keys.some((key) => key.equals(fingerprint)));
}

async function listUsed(trx: Knex): Promise<string[]> {
  return trx('secrets').distinct('key_id').pluck('key_id');
}

async function noteCurrent(trx: Knex, ring: KeyRing, generated: boolean): Promise<void> {
  const fingerprint = fingerprintKey(ring.keys.get(ring.currentId) as KeyObject);
  await trx('secret_keys')
    .insert({ id: ring.currentId, fingerprint, generated })
    .onConflict('id')
    // Once somebody has set it, it is theirs.
    .merge({ generated: trx.raw('secret_keys.generated AND excluded.generated') });
}

async function forget(trx: Knex, keys: KnownKey[]): Promise<void> {
  const ids = keys.map(({ id }) => id);
  await trx('secret_keys').whereIn('id', ids).delete();
}

// Whoever puts an id before a key that had none means the same key: the rows know it by its first name.
function useKnownNames({ currentId, keys }: KeyRing, known: KnownKey[]): KeyRing {
  const renamed = new Map<string, KeyObject>();
  let current = currentId;
  for (const [id, key] of keys) {
    const fingerprint = fingerprintKey(key);
    const name = known.find((one) => one.fingerprint.equals(fingerprint))?.id ?? id;
    const other = known.find((one) => one.id === name);
    if (renamed.has(name) || (other && !other.fingerprint.equals(fingerprint))) {
      throw new ERR_SECRET_KEY_MISMATCH(name, 'is another one than the key of that id here');
    }
    renamed.set(name, key);
    if (id === currentId) current = name;
  }
  return { currentId: current, keys: renamed };
}

function describeLack(given: KeyRing | undefined, { id }: KnownKey): string {
  if (!given) return 'this process does not have: SECRET_KEY is not set and there is no key file';
  if (given.keys.has(id)) return 'is another one than the key of that id here';
  return `is not among those of this process (${[...given.keys.keys()].join(', ')})`;
}
