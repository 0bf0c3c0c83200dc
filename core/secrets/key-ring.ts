/**
 * The keys of a process: the current one encrypts, all of them decrypt. It refuses keys that do not
 * look random, because a key that somebody can guess is worse than none.
 */
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { ERR_SECRET_KEY_INVALID, ERR_SECRET_KEY_WEAK } from './errors.ts';

export interface KeyRing {
  /** The key that encrypts; one of `keys`. */
  currentId: string;
  keys: ReadonlyMap<string, KeyObject>;
}

export const KEY_BYTES = 32;
// Of 32 random bytes about 30 differ; fewer than 20 do not happen.
const LEAST_DIFFERENT_BYTES = 20;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * Reads `base64`, or `id:base64,id:base64` with the current key first. A key without an id is
 * called by its fingerprint.
 * @param source what messages call it; they never hold the key
 * @throws STINT_ERR_SECRET_KEY_INVALID, STINT_ERR_SECRET_KEY_WEAK
 */
export function parseKeyRing(text: string, source = 'SECRET_KEY'): KeyRing {
  const parts = text.trim().split(',');
  const keys = new Map<string, KeyObject>();
  const fingerprints = new Set<string>();
  for (const [i, part] of parts.entries()) {
    const name = parts.length > 1 ? `Key ${i + 1} of ${source}` : source;
    const { id, key } = parseKey(part.trim(), name);
    const fingerprint = fingerprintKey(key).toString('hex');
    if (keys.has(id) || fingerprints.has(fingerprint)) {
      throw new ERR_SECRET_KEY_INVALID(name, `the key ${id} is there twice`);
    }
    keys.set(id, key);
    fingerprints.add(fingerprint);
  }
  return { currentId: keys.keys().next().value as string, keys };
}

/** A new key as an entry of `SECRET_KEY`: `id:base64`. */
export function generateKey(): string {
  const bytes = randomBytes(KEY_BYTES);
  return `${nameKey(createSecretKey(bytes))}:${bytes.toString('base64')}`;
}

/** Tells keys apart without telling anything about them. */
export function fingerprintKey(key: KeyObject): Buffer {
  return createHmac('sha256', key).update('stint secret key').digest().subarray(0, 16);
}

function parseKey(part: string, name: string): { id: string; key: KeyObject } {
  const [text = '', id] = part.split(':').reverse();
  if (part.split(':').length > 2 || (id !== undefined && !ID.test(id))) {
    throw new ERR_SECRET_KEY_INVALID(name, 'it is not written as base64 or as id:base64');
  }
  if (!BASE64.test(text)) throw new ERR_SECRET_KEY_INVALID(name, 'its key is not base64');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES) {
    throw new ERR_SECRET_KEY_WEAK(name, `it has ${bytes.length} bytes instead of ${KEY_BYTES}`);
  }
  const weakness = findWeakness(bytes);
  if (weakness) throw new ERR_SECRET_KEY_WEAK(name, weakness);
  const key = createSecretKey(bytes);
  return { id: id ?? nameKey(key), key };
}

function nameKey(key: KeyObject): string {
  return fingerprintKey(key).toString('hex', 0, 4);
}

function findWeakness(bytes: Buffer): string | undefined {
  if (new Set(bytes).size < LEAST_DIFFERENT_BYTES) return 'its bytes repeat';
  const steps = new Set(bytes.subarray(1).map((byte, i) => byte - (bytes[i] as number)));
  if (steps.size === 1) return 'its bytes count up or down';
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'it is a text, not random bytes';
  return undefined;
}
