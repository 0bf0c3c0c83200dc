/** Makes a cell hold so much time: by a new entry, a longer or shorter one, or none. */
import { deleteEntry, editEntry, recordEntry, restoreEntry } from '../../data/entries.ts';
import type { TimeEntry } from '../../data/wire.ts';
import { spanFor } from './cell-duration.ts';
import type { RowSubject } from './grid.ts';

export interface CellPlace {
  subject: RowSubject;
  day: string;
  /** Whose time it is, when it is somebody else's. */
  user_id?: number;
  /** The one that is there. */
  entry?: TimeEntry;
}

/** @returns how to undo it; nothing when there was nothing to do */
export async function setCell(
  { subject, day, user_id, entry }: CellPlace,
  seconds: number,
): Promise<(() => Promise<unknown>) | undefined> {
  if (!entry) {
    if (seconds === 0) return undefined;
    const fields = { ...subject, user_id, date: day, duration_seconds: seconds };
    const { id } = await recordEntry(fields);
    return () => deleteEntry(id);
  }
  if (seconds === 0) {
    await deleteEntry(entry.id);
    return () => restoreEntry(entry.id);
  }
  const { start_time, end_time, breaks } = entry;
  const changed = await editEntry(entry, { duration_seconds: spanFor(entry, seconds) });
  return () => editEntry(changed, { start_time, end_time: end_time as string, breaks });
}
