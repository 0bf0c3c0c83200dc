/**
 * Gives the memory of the start back: two thousand modules are parsed and compiled once, and V8 by itself
 * keeps what that took for as long as nobody asks for anything. Without `--expose-gc` it does nothing.
 */

// The first requests after a start are those of people who waited for it.
const AFTER_MS = 2_000;

export function returnStartMemory(): void {
  const collect = () => globalThis.gc?.({ execution: 'async', flavor: 'last-resort' });
  setTimeout(() => void collect(), AFTER_MS).unref();
}
