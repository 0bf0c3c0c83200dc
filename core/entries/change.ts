/**
 * How every change of an entry is written: read, decide, compare and set. Locks and the overlap
 * policy are asked here, so that no caller can forget them.
 */
import type { Context } from '../infra/context.ts';
import { requireUnlocked } from '../locks/service.ts';
import { ERR_ENTRY_CONTENDED } from './errors.ts';
import { findEntry } from './list.ts';
import type { TimeEntry } from './model.ts';
import { underOverlapPolicy } from './overlaps.ts';
import { type EntryFields, updateEntryRow } from './statements.ts';

const MAX_ATTEMPTS = 20;

interface ChangeOptions {
  /** Neither a lock nor the overlap policy can refuse it: a person can always stop the clock. */
  unconditional?: boolean;
}

/** Reads the entry to change, anew for each attempt. */
export type Finder = (context: Context) => Promise<TimeEntry>;

export function byId(id: number, state: 'present' | 'deleted' = 'present'): Finder {
  return (context) => findEntry(context, id, state);
}

interface Decision {
  type: string;
  fields: Partial<EntryFields>;
}

/**
 * Reads an entry, lets `decide` say what becomes of it, and writes that if nobody was faster;
 * otherwise it starts over with what the other left. Locks and the overlap policy hold for both
 * the entry as it was and as it will be.
 */
export async function changeEntry(
  context: Context,
  find: Finder,
  decide: (context: Context, before: TimeEntry) => Promise<Decision>,
  { unconditional = false }: ChangeOptions = {},
): Promise<TimeEntry> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const before = await find(context);
    const { type, fields } = await decide(context, before);
    const next = { ...before, ...fields };
    const moves = 'start_time' in fields || 'end_time' in fields || fields.deleted_at === null;
    if (!unconditional) {
      await requireUnlocked(context, before, '/id');
      if (moves || 'project_id' in fields) await requireUnlocked(context, next, '/start_time');
    }
    const write = async (context: Context) => {
      const after = await updateEntryRow(context, type, before, fields);
      if (!after) throw new Contended();
      return after;
    };
    try {
      const asksPolicy = moves && !unconditional;
      return await (asksPolicy ? underOverlapPolicy(context, next, write) : write(context));
    } catch (error) {
      if (!(error instanceof Contended)) throw error;
    }
  }
  throw new ERR_ENTRY_CONTENDED(MAX_ATTEMPTS);
}

class Contended extends Error {}
