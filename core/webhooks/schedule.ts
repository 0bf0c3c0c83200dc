/** When a delivery is tried again. Times are those that the Standard Webhooks specification proposes. */

const MINUTE = 60;
const HOUR = 3600;

/** Seconds after each failed attempt; after the last there is no other. Together a little over three days. */
export const WAITS = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

// Whoever fails this often in a row is left alone for a while, whatever waits for them.
const PATIENCE = 5;
const LONGEST_PAUSE = HOUR;

// Receivers that failed together must not be called together again.
const jittered = (seconds: number) => seconds * (0.9 + 0.2 * Math.random());

/** Seconds until the next attempt, or nothing after the last. */
export function waitAfter(attempts: number, askedSeconds = 0): number | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : Math.max(jittered(wait), askedSeconds);
}

/** Seconds for which nothing at all is sent, after that many failures in a row. */
export function pauseAfter(failures: number): number | undefined {
  if (failures < PATIENCE) return undefined;
  return jittered(Math.min(30 * 2 ** Math.min(failures - PATIENCE, 20), LONGEST_PAUSE));
}
