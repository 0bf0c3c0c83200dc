/** How often each card failed of late. One that goes on failing stays off until the page is loaded anew. */
const MOST = 3;
const WITHIN_MS = 5 * 60_000;

const failures = new Map<string, number[]>();

/** @returns whether the card may be tried again */
export function noteFailure(key: string): boolean {
  const now = performance.now();
  const recent = [...(failures.get(key) ?? []).filter((at) => at > now - WITHIN_MS), now];
  failures.set(key, recent);
  return recent.length < MOST;
}

/** Whether it failed too often to be tried at all. */
export function isOff(key: string): boolean {
  return (failures.get(key)?.length ?? 0) >= MOST;
}

/** How often it was tried, so that a browser does not answer with the failure that it keeps. */
export function attemptsOf(key: string): number {
  return failures.get(key)?.length ?? 0;
}
