/** Whether a version fits those that are here: what it needs of them, and what they need of it. */
import type { Found } from '../discover.ts';
import { ERR_PLUGIN_DEPENDENCY } from '../errors.ts';
import { orderPlugins } from '../order.ts';

/** @throws the fault that it would have, or STINT_ERR_PLUGIN_DEPENDENCY naming who could not go on */
export function requireFit(found: Found, others: readonly Found[]): void {
  const [fault] = faultsAfter(found, others);
  if (!fault) return;
  if (fault.id === found.id) throw fault.error;
  throw new ERR_PLUGIN_DEPENDENCY(`The plugin ${fault.id} could not go on: ${fault.error.message}`);
}

/** New faults, its own first. */
function faultsAfter(next: Found, others: readonly Found[]): { id: string; error: Error }[] {
  const before = others.filter(({ id }) => id !== next.id);
  const sound = new Set(before.filter(({ fault }) => !fault).map(({ id }) => id));
  const all = orderPlugins([next, ...before].map((one) => ({ ...one })));
  return all
    .filter(({ id, fault }) => fault && (id === next.id || sound.has(id)))
    .sort((a) => (a.id === next.id ? -1 : 1))
    .map(({ id, fault }) => ({ id, error: fault as Error }));
}
