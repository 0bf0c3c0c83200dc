/**
 * How many imports one process runs at once. Each holds a connection for as long as it takes, and the
 * pool belongs to everyone; those that wait hold none.
 */
import { ERR_IMPORT_BUSY } from './errors.ts';

const MAX_RUNNING = 2;
const MAX_WAITING = 10;

let running = 0;
const waiting: (() => void)[] = [];

/** @throws STINT_ERR_IMPORT_BUSY when too many wait already */
export async function takeTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < MAX_RUNNING) running += 1;
  else if (waiting.length < MAX_WAITING) await new Promise<void>((go) => waiting.push(go));
  else throw new ERR_IMPORT_BUSY();
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
