/**
 * Counts what was refused at a receiver's open address, by where it came from: guesses end there, and a
 * service that signs is never told "too many", however much it sends. In this process alone.
 */
import { ERR_RATE_LIMITED } from '../../errors.ts';
import { ERR_WEBHOOK_SIGNATURE } from '../errors.ts';

const WINDOW_MS = 60_000;
const MAX_SENDERS = 10_000;

export class Refusals {
  readonly #perMinute: number;
  readonly #counts = new Map<string, { count: number; until: number }>();

  /** @param perMinute 0 for as many as they like */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Runs it unless its sender was refused too often. @throws STINT_ERR_RATE_LIMITED */
  async watch<T>(sender: string, work: () => Promise<T>): Promise<T> {
    if (this.#perMinute === 0) return work();
    const { count, until } = this.#of(sender);
    if (count >= this.#perMinute)
      throw new ERR_RATE_LIMITED(Math.max(1, Math.ceil((until - performance.now()) / 1000)));
    try {
      return await work();
    } catch (error) {
      if (error instanceof ERR_WEBHOOK_SIGNATURE) this.#of(sender).count += 1;
      throw error;
    }
  }

  #of(sender: string): { count: number; until: number } {
    const now = performance.now();
    const known = this.#counts.get(sender);
    if (known && known.until > now) return known;
    if (this.#counts.size >= MAX_SENDERS) this.#counts.clear();
    const fresh = { count: 0, until: now + WINDOW_MS };
    this.#counts.set(sender, fresh);
    return fresh;
  }
}
