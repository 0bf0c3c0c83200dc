/** The time that one call has in all, or less where its caller gives up. */
import { ERR_OUTGOING_TIMEOUT } from './errors.ts';

const longestSeconds = 120;

export interface Deadline extends Disposable {
  /** Aborted with STINT_ERR_OUTGOING_TIMEOUT, or with the reason of the caller. */
  readonly signal: AbortSignal;
  remainingMilliseconds(): number;
  /** The work, or the end of waiting for it: resolving a name cannot be aborted. */
  race<T>(work: Promise<T>): Promise<T>;
}

export function startDeadline(
  host: string,
  timeoutSeconds: number,
  caller?: AbortSignal,
): Deadline {
  const seconds = Math.min(timeoutSeconds, longestSeconds);
  const endsAt = performance.now() + seconds * 1000;
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new ERR_OUTGOING_TIMEOUT(host, seconds)),
    seconds * 1000,
  );
  const signal = caller ? AbortSignal.any([timeout.signal, caller]) : timeout.signal;
  const end = Promise.withResolvers<never>();
  end.promise.catch(() => {});
  const giveUp = () => end.reject(signal.reason);
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp, { once: true });
  return {
    signal,
    remainingMilliseconds: () => endsAt - performance.now(),
    race: (work) => Promise.race([work, end.promise]),
    [Symbol.dispose]() {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    },
  };
}
