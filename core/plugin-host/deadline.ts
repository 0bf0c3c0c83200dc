/** Nothing that a plugin does may take forever: a promise with an end, and a signal that tells it. */
import { ERR_PLUGIN_TIMEOUT } from './errors.ts';

/**
 * Runs `work` for at most `ms`. The work itself cannot be stopped: it is told by `signal`, and what it
 * does later is ignored.
 * @throws STINT_ERR_PLUGIN_TIMEOUT naming `what`
 */
export async function withDeadline<T>(
  what: string,
  ms: number,
  work: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new ERR_PLUGIN_TIMEOUT(what, ms);
      abort.abort(error);
      reject(error);
    }, ms);
  });
  try {
    // A synchronous throw has to become a rejection too.
    return await Promise.race([(async () => work(abort.signal))(), late]);
  } finally {
    clearTimeout(timer);
  }
}
