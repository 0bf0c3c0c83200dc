/**
 * The signing secrets of a webhook: the one now and, for a day after a rotation, the one before.
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { KeyRing } from '../secrets/key-ring.ts';
import { deleteSecrets, readSecrets, writeSecret } from '../secrets/store.ts';

const PREFIX = 'whsec_';
const BYTES = 32;
export const OVERLAP_HOURS = 24;

const ownerOf = (webhookId: number) => `webhook:${webhookId}`;

/** Makes a new one, keeps the one there was beside it, and says the new one. */
export async function rotateSecret(db: Knex, keys: KeyRing, webhookId: number): Promise<string> {
  const owner = ownerOf(webhookId);
  const { '/current': before } = await readSecrets(db, keys, owner);
  if (before) await writeSecret(db, keys, owner, '/previous', before);
  const secret = PREFIX + randomBytes(BYTES).toString('base64');
  await writeSecret(db, keys, owner, '/current', secret);
  return secret;
}

export async function forgetSecrets(db: Knex, webhookId: number): Promise<void> {
  await deleteSecrets(db, ownerOf(webhookId));
}

/** Those to sign with, the newest first. */
export async function readSigningSecrets(
  db: Knex,
  keys: KeyRing,
  { id, overlaps }: { id: number; overlaps: boolean },
): Promise<string[]> {
  const { '/current': current, '/previous': previous } = await readSecrets(db, keys, ownerOf(id));
  return [current, overlaps ? previous : undefined].filter((one) => one !== undefined);
}

/** The value of `webhook-signature`. */
export function signWith(
  secrets: readonly string[],
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      const sum = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
      return `v1,${sum}`;
    })
    .join(' ');
}
