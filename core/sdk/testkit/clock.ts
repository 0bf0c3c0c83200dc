/** A clock that stands still until a test moves it. */
import type { Clock } from '../../infra/clock.ts';

export class TestClock implements Clock {
  #now: number;

  constructor(now: string) {
    this.#now = Date.parse(now);
  }
  now(): Date {
    return new Date(this.#now);
  }
  set(now: string): void {
    this.#now = Date.parse(now);
  }
  advance({ hours = 0, minutes = 0, seconds = 0 }): void {
    this.#now += ((hours * 60 + minutes) * 60 + seconds) * 1000;
  }
}
