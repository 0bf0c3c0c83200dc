/** Opens the editor of a time entry, above whatever page. Its code is loaded when it is first needed. */
import type { TimeEntry } from '../../data/wire.ts';
import { openAbove } from '../open-above.ts';
import type { EntryDraft } from './editor.ts';

export async function editEntryDialog(entry: TimeEntry): Promise<void> {
  await open({ entry });
}

/** @param draft what is known already: a day, or a span */
export async function newEntryDialog(draft: EntryDraft = {}): Promise<void> {
  await open({ draft });
}

async function open(what: { entry?: TimeEntry; draft?: EntryDraft }): Promise<void> {
  const { EntryEditor } = await import('./editor.ts');
  await openAbove(Object.assign(new EntryEditor(), what));
}
