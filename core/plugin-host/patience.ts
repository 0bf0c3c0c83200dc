/**
 * How long a guard may take. All the time that the contract gives it, until it was late once: from then
 * on twice what it is known to need, so that one that hangs costs people little until the breaker opens.
 */
const LEAST_MS = 100;

interface Record {
  /** The longest that it took and was in time. */
  slowestMs: number;
  wasLate: boolean;
}

export class Patience {
  readonly #records = new Map<string, Record>();
  readonly #mostMs: number;

  constructor(mostMs: number) {
    this.#mostMs = mostMs;
  }

  /** For its next answer, in milliseconds. */
  of(key: string): number {
    const { wasLate, slowestMs } = this.#recordOf(key);
    return wasLate ? Math.min(Math.max(2 * slowestMs, LEAST_MS), this.#mostMs) : this.#mostMs;
  }

  noteAnswer(key: string, ms: number): void {
    const record = this.#recordOf(key);
    record.slowestMs = Math.max(record.slowestMs, ms);
    record.wasLate = false;
  }

  noteLate(key: string): void {
    this.#recordOf(key).wasLate = true;
  }

  #recordOf(key: string): Record {
    const record = this.#records.get(key) ?? { slowestMs: 0, wasLate: false };
    this.#records.set(key, record);
    return record;
  }
}
