/** The same change on many entries: all of them or none, each with its own event and history. */
import type { StintError } from '../errors.ts';
import { type Context, inTransaction } from '../infra/context.ts';
import { byId, changeEntry } from './change.ts';
import { editSpan, editSubject } from './edit.ts';
import { guardCreates, guardDeletes, guardUpdates } from './guarded.ts';
import type { TimeEntry } from './model.ts';
import type { BulkUpdate, EntryCreate, EntryPatch } from './schema.ts';
import { recordEntry, removeEntry } from './service.ts';

export async function createEntries(context: Context, given: EntryCreate[]): Promise<TimeEntry[]> {
  const entries = await guardCreates(context, given);
  return inTransaction(context, (context) =>
    inTurn(entries, 'entries', (entry) => recordEntry(context, entry)),
  );
}

export async function updateEntries(
  context: Context,
  { ids, set }: BulkUpdate,
): Promise<TimeEntry[]> {
  const patches = await guardUpdates(context, ids, (before) => patchOf(before, set));
  return inTransaction(context, (context) =>
    inTurn(ids, 'ids', (id) =>
      changeEntry(context, byId(id), async (context, before) => {
        const patch = patches.get(id) ?? patchOf(before, set);
        const fields = {
          ...(await editSubject(context, before, patch)),
          ...editSpan(context, before, patch),
        };
        if (set.recalculate_rate)
          Object.assign(fields, await currentRate(context, { ...before, ...fields }));
        return { type: 'entry.updated', fields };
      }),
    ),
  );
}

/** What the bulk means for one entry. */
function patchOf(before: TimeEntry, set: BulkUpdate['set']): EntryPatch {
  const { add_tag_ids = [], remove_tag_ids = [], recalculate_rate: _rate, ...patch } = set;
  if (add_tag_ids.length === 0 && remove_tag_ids.length === 0) return patch;
  const kept = (patch.tag_ids ?? before.tag_ids).filter((tag) => !remove_tag_ids.includes(tag));
  return { ...patch, tag_ids: [...new Set([...kept, ...add_tag_ids])] };
}

export async function deleteEntries(context: Context, ids: number[]): Promise<void> {
  await guardDeletes(context, ids);
  await inTransaction(context, (context) => inTurn(ids, 'ids', (id) => removeEntry(context, id)));
}

async function currentRate(
  { db, settings }: Context,
  entry: Pick<TimeEntry, 'user_id' | 'project_id'>,
) {
  const { rows } = await db.raw('SELECT * FROM resolve_rate(?, ?, ?, ?)', [
    entry.user_id,
    entry.project_id,
    settings.default_hourly_rate,
    settings.currency,
  ]);
  return rows[0] as { hourly_rate: string | null; currency: string };
}

/** One after the other on the one connection of the transaction; a refusal names the item. */
async function inTurn<T, R>(
  items: T[],
  field: string,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const [i, item] of items.entries()) {
    try {
      results.push(await work(item));
    } catch (thrown) {
      const error = thrown as StintError;
      const faults = error.errors ?? [{ pointer: '', detail: error.message }];
      error.errors = faults.map(({ pointer, detail }) => ({
        pointer: `/${field}/${i}${pointer}`,
        detail,
      }));
      throw error;
    }
  }
  return results;
}
