/**
 * One secret, encrypted: AES-256-GCM with a random nonce, bound to its place. What was changed, or
 * moved to another owner or path, does not decrypt.
 * Source: NIST SP 800-38D; a random 96-bit nonce is good for 2^32 secrets under one key.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ERR_SECRET_KEY_UNKNOWN, ERR_SECRET_TAMPERED } from './errors.ts';
import type { KeyRing } from './key-ring.ts';

/** Where a secret belongs. */
export interface Place {
  owner: string;
  path: string;
}

/** As it is stored. */
export interface Envelope {
  key_id: string;
  nonce: Buffer;
  /** With the tag at its end. */
  ciphertext: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function seal({ currentId, keys }: KeyRing, place: Place, clear: string): Envelope {
  const key = keys.get(currentId);
  if (!key) throw new ERR_SECRET_KEY_UNKNOWN(place.owner, place.path, currentId);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bindTo(place));
  const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
  return { key_id: currentId, nonce, ciphertext: Buffer.concat([body, cipher.getAuthTag()]) };
}

/** @throws STINT_ERR_SECRET_KEY_UNKNOWN, STINT_ERR_SECRET_TAMPERED */
export function unseal({ keys }: KeyRing, place: Place, envelope: Envelope): string {
  const { key_id, nonce, ciphertext } = envelope;
  const key = keys.get(key_id);
  if (!key) throw new ERR_SECRET_KEY_UNKNOWN(place.owner, place.path, key_id);
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(bindTo(place));
    decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
    const body = ciphertext.subarray(0, -TAG_BYTES);
    // `final` checks the tag: nothing is read before.
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    throw new ERR_SECRET_TAMPERED(place.owner, place.path);
  }
}

// JSON keeps the two apart: ("a", "bc") and ("ab", "c") bind differently.
function bindTo({ owner, path }: Place): Buffer {
  return Buffer.from(JSON.stringify(['stint secret 1', owner, path]));
}
