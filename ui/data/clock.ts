/**
 * The clock of the server, which is the one that counts. Every answer tells it within an interval; what
 * is known is narrowed by each, and given up for the newest when they contradict each other: the computer
 * slept, or its clock was put right.
 */

/** Bounds of what to add to `performance.now()`, in milliseconds. */
let known: { least: number; most: number } | undefined;

/**
 * Takes an instant that the server told.
 * @param told milliseconds since 1970 @param sentAt `performance.now()` before the call
 * @param resolution of what was told, in milliseconds: a header `Date` has whole seconds
 */
export function noteServerTime(told: number, sentAt: number, resolution = 1): void {
  if (!Number.isFinite(told)) return;
  const least = told - performance.now();
  const most = told + resolution - sentAt;
  const narrowed = known && {
    least: Math.max(known.least, least),
    most: Math.min(known.most, most),
  };
  known = narrowed && narrowed.least <= narrowed.most ? narrowed : { least, most };
}

/** Milliseconds since 1970 by the server's clock; by this computer's until the server has told. */
export function serverNow(): number {
  return known ? performance.now() + (known.least + known.most) / 2 : Date.now();
}
