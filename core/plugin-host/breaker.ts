/**
 * Leaves out what keeps failing: after 5 failures in 10 minutes, for the rest of these 10 minutes. Where
 * somebody waits for it, it may be tried now and then meanwhile, and a success ends the pause.
 */
const WINDOW_MS = 600_000;
const MAX_FAILURES = 5;
const TRIAL_MS = 10_000;

export class Breaker {
  readonly #failures = new Map<string, number[]>();
  readonly #trials = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Notes a failure; true when it is the one that opens the breaker. */
  countFailure(key: string): boolean {
    const recent = this.#recent(key);
    recent.push(this.#now());
    this.#failures.set(key, recent);
    return recent.length === MAX_FAILURES;
  }

  isOpen(key: string): boolean {
    return this.#recent(key).length >= MAX_FAILURES;
  }

  /** Although it is open: for one, every ten seconds. */
  mayTry(key: string): boolean {
    const now = this.#now();
    if (now - (this.#trials.get(key) ?? 0) < TRIAL_MS) return false;
    this.#trials.set(key, now);
    return true;
  }

  /** A trial went well. */
  close(key: string): void {
    this.#failures.delete(key);
    this.#trials.delete(key);
  }

  #recent(key: string): number[] {
    const since = this.#now() - WINDOW_MS;
    return (this.#failures.get(key) ?? []).filter((at) => at > since);
  }
}
