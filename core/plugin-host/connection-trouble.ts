/**
 * Errors that are one connection's and not the plugin's: what it says by a typed error, and what it threw while it
 * worked for somebody. A person whose account is ill must not pause the jobs of everybody else.
 */
import { PluginError } from '@stint/plugin';

const noted = new WeakSet<object>();

/** Remembers the error, and hands it back to be thrown. */
export function noteConnectionTrouble(thrown: unknown): unknown {
  if (typeof thrown === 'object' && thrown !== null) noted.add(thrown);
  return thrown;
}

export function isConnectionTrouble(thrown: unknown): boolean {
  return thrown instanceof PluginError || (thrown instanceof Error && noted.has(thrown));
}
