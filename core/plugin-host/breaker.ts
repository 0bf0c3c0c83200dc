/** Leaves out what keeps failing: after 5 failures in 10 minutes, for the rest of these 10 minutes. */
const WINDOW_MS = 600_000;
const MAX_FAILURES = 5;

export class Breaker {
  readonly #failures = new Map<string, number[]>();
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

  #recent(key: string): number[] {
    const since = this.#now() - WINDOW_MS;
    return (this.#failures.get(key) ?? []).filter((at) => at > since);
  }
}
