/** A clock that stands still until a test moves it. */
import type { Clock } from '../../infra/clock.ts';

/** How far it was moved, and when by the clock on the wall. */
export interface Move {
  at: Date;
  ms: number;
}

export class TestClock implements Clock {
  #now: number;
  #moves: Move[] = [];

  constructor(now: string) {
    this.#now = Date.parse(now);
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(now: string): void {
    this.#move(Date.parse(now) - this.#now);
  }
  advance({ hours = 0, minutes = 0, seconds = 0 }): void {
    this.#move(((hours * 60 + minutes) * 60 + seconds) * 1000);
  }
  /** The moves since the last time this was asked: what waits in the queue has to follow them. */
  takeMoves(): Move[] {
    return this.#moves.splice(0);
  }

  #move(ms: number): void {
    this.#now += ms;
    this.#moves.push({ at: new Date(), ms });
  }
}
