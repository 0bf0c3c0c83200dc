/** Signs a delivery as its sender would. */
import { createHmac, randomUUID } from 'node:crypto';
import type { Verifier } from '@stint/plugin';

export interface Signature {
  secret: string;
  body: string;
  signedAt: Date;
}

export type Headers = Record<string, string>;

/** Whether the signature says when it was made. */
export function isTimed(verifier: Verifier): boolean {
  if (verifier.kind === 'hmac') return verifier.timestampHeader !== undefined;
  return verifier.kind === 'slack' || verifier.kind === 'standard';
}

/** Undefined where only the plugin knows how. */
export function sign(
  verifier: Verifier,
  { secret, body, signedAt }: Signature,
): Headers | undefined {
  const seconds = String(Math.floor(signedAt.getTime() / 1000));
  const id = randomUUID();
  switch (verifier.kind) {
    case 'github':
      return {
        'x-github-delivery': id,
        'x-hub-signature-256': `sha256=${mac(secret, body).digest('hex')}`,
      };
    case 'slack':
      return {
        'x-slack-request-timestamp': seconds,
        'x-slack-signature': `v0=${mac(secret, `v0:${seconds}:${body}`).digest('hex')}`,
      };
    case 'standard': {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      const signed = mac(key, `${id}.${seconds}.${body}`).digest('base64');
      return {
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${signed}`,
      };
    }
    case 'hmac': {
      const {
        header,
        algorithm,
        encoding,
        prefix = '',
        timestampHeader,
        deliveryHeader,
      } = verifier;
      const signed = mac(secret, timestampHeader ? `${seconds}.${body}` : body, algorithm);
      return {
        [header]: prefix + signed.digest(encoding),
        ...(timestampHeader && { [timestampHeader]: seconds }),
        ...(deliveryHeader && { [deliveryHeader]: id }),
      };
    }
    default:
      return undefined;
  }
}

function mac(key: string | Buffer, text: string, algorithm = 'sha256') {
  return createHmac(algorithm, key).update(text);
}
