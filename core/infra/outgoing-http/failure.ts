/**
 * Turns what the network and its libraries throw into coded errors. It hands on nothing of the
 * original but a code: messages and causes hold addresses.
 */
import { ERR_OUTGOING_TOO_LARGE, ERR_OUTGOING_UNREACHABLE } from './errors.ts';

// It was never there, or it went away: the next try may find it.
const transient = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
]);

/** Coded errors, such as the connector's, stay as they are. */
export function readFailure(host: string, error: unknown): Error {
  const code = codeOf(error) ?? 'unknown fault';
  if (code.startsWith('STINT_ERR_')) return error as Error;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new ERR_OUTGOING_TOO_LARGE('answer of', host);
  }
  return Object.assign(new ERR_OUTGOING_UNREACHABLE(host, code), {
    isTransient: transient.has(code),
  });
}

export function isTransient(error: unknown): boolean {
  return (error as { isTransient?: boolean } | undefined)?.isTransient === true;
}

export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
