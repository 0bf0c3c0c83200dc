/** Writes of time entries. After each, everything that shows time is read again. */
import { api } from './api.ts';
import { refresh } from './queries.ts';
import type { EntryCreate, EntryPatch, TimeEntry } from './wire.ts';

export async function recordEntry(fields: EntryCreate): Promise<TimeEntry> {
  return changed(await api.post<TimeEntry>('/time-entries', fields));
}

/** All of them, or none. */
export async function recordEntries(entries: EntryCreate[]): Promise<TimeEntry[]> {
  const { data } = await api.post<{ data: TimeEntry[] }>('/time-entries/bulk-create', { entries });
  return changed(data);
}

/** @throws Problem with STINT_ERR_VERSION_MISMATCH when somebody else has changed it meanwhile */
export async function editEntry(entry: TimeEntry, fields: EntryPatch): Promise<TimeEntry> {
  const path = `/time-entries/${entry.id}`;
  return changed(await api.patch<TimeEntry>(path, fields, { basedOn: entry }));
}

export async function deleteEntry(id: number): Promise<void> {
  changed(await api.delete(`/time-entries/${id}`));
}

/** All of them, or none. */
export async function deleteEntries(entries: TimeEntry[]): Promise<void> {
  const ids = entries.map(({ id }) => id);
  changed(await api.post('/time-entries/bulk-delete', { ids }));
}

/** Brings back what was deleted, for 30 days. */
export async function restoreEntry(id: number): Promise<TimeEntry> {
  return changed(await api.post<TimeEntry>(`/time-entries/${id}/restore`));
}

function changed<T>(answer: T): T {
  refresh('time-entries', 'timer', 'reports');
  return answer;
}
