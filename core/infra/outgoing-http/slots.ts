/** How many calls run at once; the others wait in line, for as long as their deadline lets them. */
import type { Deadline } from './deadline.ts';

export class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(deadline: Deadline, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await this.#wait(deadline);
    try {
      return await deadline.race(work());
    } finally {
      this.#release();
    }
  }

  // A slot is handed over, never free in between, so nobody jumps the line.
  async #wait(deadline: Deadline): Promise<void> {
    const turn = Promise.withResolvers<void>();
    this.#waiting.add(turn.resolve);
    try {
      await deadline.race(turn.promise);
    } catch (error) {
      // It may have been handed over in the same moment.
      if (!this.#waiting.delete(turn.resolve)) this.#release();
      throw error;
    }
  }

  #release(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
