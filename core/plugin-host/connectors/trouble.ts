/** What an error of a plugin means for a connection: its health, whether to try again, and a text without secrets. */
import {
  AuthFailed,
  ConfigError,
  type Connection,
  type Health,
  NotReady,
  RateLimited,
} from '@stint/plugin';
import { makeRedactor } from '../../secrets/redact.ts';
import { splitSecrets } from '../../secrets/schema-secrets.ts';
import { clean, toFault } from '../fault.ts';

export interface Trouble {
  health: Health;
  message: string;
  /** Nothing gets better by trying again. */
  isFinal: boolean;
  /** The other side named a time. */
  retryAfterSeconds?: number;
}

const MAX_MESSAGE = 1000;

export function troubleOf(thrown: unknown, schema: object, config: Connection['config']): Trouble {
  const error = toFault(thrown);
  const message = redactConfig(schema, config, error.message || error.name);
  if (error instanceof AuthFailed) return { health: 'reconnect', message, isFinal: true };
  if (error instanceof ConfigError) return { health: 'error', message, isFinal: true };
  if (error instanceof NotReady || error instanceof RateLimited) {
    const { retryAfterSeconds } = error;
    return { health: 'degraded', message, isFinal: false, retryAfterSeconds };
  }
  return { health: 'degraded', message, isFinal: false };
}

/** The text without the secrets of these settings, which the other side may echo. */
export function redactConfig(schema: object, config: Connection['config'], text: string): string {
  const secrets = Object.values(splitSecrets(schema, config).secrets);
  return makeRedactor(secrets.filter((secret) => secret !== null))(clean(text)).slice(
    0,
    MAX_MESSAGE,
  );
}
