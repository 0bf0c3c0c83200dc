/**
 * Calling the app's own API inside the process, as one of its users or for the instance: how plugins
 * reach the core. The identity travels with the asynchronous call, never in a header that a client could
 * send.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Origin } from './context.ts';

export interface Acting {
  /** Null for the instance itself, which is nobody in particular. */
  user_id: number | null;
  /** The plugin that acts. */
  plugin: string;
  /** The scopes that its manifest asks for. */
  scopes: readonly string[];
  origin: Origin;
  causation?: { id: string; depth: number };
}

export const acting = new AsyncLocalStorage<Acting>();
