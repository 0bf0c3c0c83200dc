/** Which cells lie in a locked period. The server decides; this says so before somebody has typed. */
import { readAll } from '../../data/queries.ts';
import type { PeriodLock } from '../../data/wire.ts';

export const locksRead = readAll<PeriodLock>('/locks');

/** The lock that holds entries of somebody on a project on a day, if there is one. */
export function lockOn(
  locks: PeriodLock[],
  user_id: number,
  project_id: number | null,
  day: string,
): PeriodLock | undefined {
  return locks.find(
    (lock) =>
      (lock.starts_on === null || lock.starts_on <= day) &&
      day <= lock.ends_on &&
      (lock.user_id === null || lock.user_id === user_id) &&
      (lock.project_id === null || lock.project_id === project_id),
  );
}
