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
import type { ActivePlugin } from './active-plugin.ts';

export interface Trouble {
  health: Health;
  message: string;
  /** Nothing gets better by trying again. */
  isFinal: boolean;
  /** The other side named a time. */
  retryAfterSeconds?: number;
}

const MAX_MESSAGE = 1000;

/** Whose trouble it is: what people set for it, and the secrets that it was told. */
export type Troubled = Pick<ActivePlugin, 'schema' | 'secrets'>;

export function troubleOf(
  thrown: unknown,
  plugin: Troubled,
  config: Connection['config'],
): Trouble {
  const error = toFault(thrown);
  const message = redactConfig(plugin, config, error.message || error.name);
  if (error instanceof AuthFailed) return { health: 'reconnect', message, isFinal: true };
  if (error instanceof ConfigError) return { health: 'error', message, isFinal: true };
  if (error instanceof NotReady || error instanceof RateLimited) {
    const { retryAfterSeconds } = error;
    return { health: 'degraded', message, isFinal: false, retryAfterSeconds };
  }
  return { health: 'degraded', message, isFinal: false };
}

/** The text without secrets, which the other side may echo: of these settings, and all that the plugin was told. */
export function redactConfig(
  { schema, secrets }: Troubled,
  config: Connection['config'],
  text: string,
): string {
  const own = Object.values(splitSecrets(schema, config).secrets);
  const redactOwn = makeRedactor(own.filter((secret) => secret !== null));
  return secrets.redact(redactOwn(clean(text))).slice(0, MAX_MESSAGE);
}
