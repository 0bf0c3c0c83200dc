/** Which event is being handled, so that what its handler does names it as the cause. Chains end at a depth of 8. */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Causation {
  id: string;
  depth: number;
}

export const MAX_DEPTH = 8;
const handling = new AsyncLocalStorage<Causation>();

export function currentCausation(): Causation | undefined {
  return handling.getStore();
}

export function handleAsCause<T>(
  event: { id: string; causation: Causation | null },
  work: () => T,
): T {
  return handling.run({ id: event.id, depth: (event.causation?.depth ?? 0) + 1 }, work);
}
