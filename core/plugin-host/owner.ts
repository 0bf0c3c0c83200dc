/** Whose code runs: follows a plugin's calls through promises and timers, to know whose a stray fault is. */
import { AsyncLocalStorage } from 'node:async_hooks';

const owner = new AsyncLocalStorage<string>();

export function runAs<T>(pluginId: string, work: () => T): T {
  return owner.run(pluginId, work);
}

export function currentOwner(): string | undefined {
  return owner.getStore();
}
