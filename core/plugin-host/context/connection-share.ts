/**
 * The connections of the core's pool that plugins hold at once: each of them a few, all together not
 * all. Whoever wants more waits in line, so that people's requests always find one.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Knex } from 'knex';

/** So many at once; the next in line gets what one gives back. */
export class Line {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = Math.max(1, Math.floor(count));
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

// By pool, because it is the pool that must not run dry.
const lines = new WeakMap<Knex, Line>();

/** Of one plugin. */
export class ConnectionShare {
  readonly #all: Line;
  readonly #own: Line;
  // Whoever holds one and asks for another must not wait for those who do the same.
  readonly #second = new Line(1);
  readonly #holding = new AsyncLocalStorage<true>();

  constructor(db: Knex) {
    const poolSize: number = db.client.config.pool.max;
    this.#all = lines.get(db) ?? new Line(poolSize / 2);
    lines.set(db, this.#all);
    this.#own = new Line(poolSize / 3);
  }

  /** @param work which takes one connection */
  hold<T>(work: () => Promise<T>): Promise<T> {
    if (this.#holding.getStore()) return this.#second.run(work);
    return this.#own.run(() => this.#all.run(() => this.#holding.run(true, work)));
  }
}
