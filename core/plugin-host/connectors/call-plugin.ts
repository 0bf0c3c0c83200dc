/** How the surfaces call into a plugin: always with an end, and never by a way around it. */
import { withDeadline } from '../deadline.ts';
import { runAs } from '../owner.ts';
import type { ActivePlugin } from './active-plugin.ts';

/** @param what `The test`: named with the plugin when it takes too long */
export async function callPlugin<T>(
  { id }: ActivePlugin,
  what: string,
  ms: number,
  work: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  return withDeadline(`${what} of ${id}`, ms, (signal) => runAs(id, () => work(signal)));
}
