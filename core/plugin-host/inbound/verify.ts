/**
 * Whether a request comes from who it says: a MAC over the raw bytes, compared in constant time. It
 * reads headers and bytes; nothing here parses a body.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { InboundRequest, Verifier } from '@stint/plugin';
import { withDeadline } from '../deadline.ts';

const OLDEST_SECONDS = 300;
// Clocks differ a little; a signature for later than that was kept for later.
const FUTURE_SECONDS = 60;
const CUSTOM_MS = 2500;

type Kind = Verifier['kind'];
type Check<K extends Kind> = (
  request: InboundRequest,
  secret: string,
  verifier: Extract<Verifier, { kind: K }>,
  now: Date,
) => boolean | Promise<boolean>;

/** False for whatever is missing, malformed or wrong, and when a plugin's own check throws. */
export async function isGenuine(
  verifier: Verifier,
  request: InboundRequest,
  secret: string,
  now: Date,
): Promise<boolean> {
  if (secret === '') return false;
  try {
    const check = checks[verifier.kind] as Check<Kind>;
    return (await check(request, secret, verifier as never, now)) === true;
  } catch {
    return false;
  }
}

const checks: { [K in Kind]: Check<K> } = {
  github: (request, secret) => {
    const signed = hmac('sha256', secret, request.rawBody).digest('hex');
    return isEqual(readHeader(request, 'x-hub-signature-256'), `sha256=${signed}`);
  },

  slack: (request, secret, _verifier, now) => {
    const timestamp = readHeader(request, 'x-slack-request-timestamp');
    if (!isFresh(timestamp, now)) return false;
    const signed = hmac('sha256', secret, `v0:${timestamp}:`, request.rawBody).digest('hex');
    return isEqual(readHeader(request, 'x-slack-signature'), `v0=${signed}`);
  },

  // https://www.standardwebhooks.com: several signatures, while a secret is being changed.
  standard: (request, secret, _verifier, now) => {
    const id = readHeader(request, 'webhook-id');
    const timestamp = readHeader(request, 'webhook-timestamp');
    const signatures = readHeader(request, 'webhook-signature')?.split(' ') ?? [];
    if (!id || !isFresh(timestamp, now)) return false;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const signed = hmac('sha256', key, `${id}.${timestamp}.`, request.rawBody).digest('base64');
    return signatures.map((one) => isEqual(one, `v1,${signed}`)).includes(true);
  },

  hmac: (request, secret, { header, algorithm, encoding, prefix = '', timestampHeader }, now) => {
    const timestamp = timestampHeader && readHeader(request, timestampHeader.toLowerCase());
    if (timestampHeader && !isFresh(timestamp, now)) return false;
    const before = timestamp === undefined ? '' : `${timestamp}.`;
    const signed = hmac(algorithm, secret, before, request.rawBody).digest(encoding);
    return isEqual(readHeader(request, header.toLowerCase()), prefix + signed);
  },

  custom: (request, secret, { verify }) =>
    withDeadline('Verifying a webhook', CUSTOM_MS, () => verify(request, secret)),
};

function hmac(algorithm: string, key: string | Buffer, ...parts: (string | Uint8Array)[]) {
  const mac = createHmac(algorithm, key);
  for (const part of parts) mac.update(part);
  return mac;
}

function isFresh(timestamp: string | undefined, now: Date): timestamp is string {
  if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  const age = now.getTime() / 1000 - Number(timestamp);
  return age <= OLDEST_SECONDS && age >= -FUTURE_SECONDS;
}

function readHeader({ headers }: InboundRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

// How long a right signature is, everybody knows.
function isEqual(given: string | undefined, right: string): boolean {
  if (given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
