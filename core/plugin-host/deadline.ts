/** Nothing that a plugin does may take forever: a promise with an end, and a signal that tells it. */
import { ERR_PLUGIN_TIMEOUT } from './errors.ts';

/**
 * Runs `work` for at most `ms`, or until `until` is aborted. The work itself cannot be stopped: it is
 * told by its signal, and what it does later is ignored, its rejection included.
 * @throws STINT_ERR_PLUGIN_TIMEOUT naming `what`; the reason of `until`
 */
export async function withDeadline<T>(
  what: string,
  ms: number,
  work: (signal: AbortSignal) => T | Promise<T>,
  until?: AbortSignal,
): Promise<T> {
  until?.throwIfAborted();
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let giveUp: (() => void) | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const end = (error: unknown) => {
      abort.abort(error);
      reject(error);
    };
    timer = setTimeout(() => end(new ERR_PLUGIN_TIMEOUT(what, ms)), ms);
    giveUp = () => end(until?.reason);
    until?.addEventListener('abort', giveUp);
  });
  try {
    // A synchronous throw has to become a rejection too.
    return await Promise.race([(async () => work(abort.signal))(), late]);
  } finally {
    clearTimeout(timer);
    if (giveUp) until?.removeEventListener('abort', giveUp);
  }
}
