/** A week done again: the entries of the week before, seven days later at the same times of day. */
import { addDays, dayOf } from '../../data/calendar-days.ts';
import type { EntryCreate, TimeEntry } from '../../data/wire.ts';
import { keyOf, subjectOf } from './grid.ts';

/**
 * What of `before` can be done again. A cell in which there is time already is left as it is.
 * @param user_id whose time it is, when it is somebody else's
 */
export function repeatEntries(
  before: TimeEntry[],
  now: TimeEntry[],
  user_id?: number,
): EntryCreate[] {
  const place = (entry: TimeEntry, day: string) => `${keyOf(subjectOf(entry))} ${day}`;
  const taken = new Set(now.map((entry) => place(entry, dayOf(entry.start_time))));
  return before
    .filter(({ end_time }) => end_time !== null)
    .filter((entry) => !taken.has(place(entry, weekLater(entry.start_time).slice(0, 10))))
    .map((entry) => ({
      ...subjectOf(entry),
      user_id,
      description: entry.description,
      start_time: weekLater(entry.start_time),
      end_time: weekLater(entry.end_time as string),
      breaks: entry.breaks.map(({ start_time, end_time }) => ({
        start_time: weekLater(start_time),
        end_time: weekLater(end_time),
      })),
    }));
}

/** The same time of day; without an offset, which may be another after a change of the clocks. */
function weekLater(instant: string): string {
  return addDays(dayOf(instant), 7) + instant.slice(10, 19);
}
