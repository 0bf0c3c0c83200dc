/** Load at a steady rate, as people and services make it, and what to say of how long each took. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Begins so many a second, whether the ones before have ended or not; how long each took, in ms. */
export async function atRate(
  perSecond: number,
  seconds: number,
  work: (n: number) => Promise<void>,
): Promise<number[]> {
  const begin = performance.now();
  const running: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begin + (n / perSecond) * 1000;
    await sleep(Math.max(0, due - performance.now()));
    const startedAt = performance.now();
    running.push(work(n).then(() => performance.now() - startedAt));
  }
  return Promise.all(running);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}
