/**
 * The rules of time entries: who may record and change which, and what they may stand on. The
 * running entry's own rules are the timer's (`timer/service.ts`).
 */
import type { Context } from '../infra/context.ts';
import { requireVersion } from '../infra/preconditions.ts';
import { byId, changeEntry } from './change.ts';
import { editSpan, editSubject } from './edit.ts';
import { guardCreate, guardDelete, guardUpdate } from './guarded.ts';
import type { TimeEntry } from './model.ts';
import { underOverlapPolicy } from './overlaps.ts';
import { findPlace } from './place.ts';
import type { EntryCreate, EntryPatch } from './schema.ts';
import { readBreaks, resolveSpan } from './span.ts';
import { insertEntry, insertPlaced } from './statements.ts';

/** Creates a completed entry, for the actor or for somebody else. */
export async function createEntry(context: Context, input: EntryCreate): Promise<TimeEntry> {
  return recordEntry(context, await guardCreate(context, input));
}

/** The same for an input that guards have seen. */
export async function recordEntry(context: Context, input: EntryCreate): Promise<TimeEntry> {
  const user_id = input.user_id ?? (context.actor.user_id as number);
  const { project_id, billable } = input;
  const span = await resolveSpan(context, user_id, input);
  const fields = {
    user_id,
    task_id: input.task_id ?? null,
    description: input.description ?? '',
    ...span,
    breaks: readBreaks(context, input.breaks, span) ?? [],
    tag_ids: input.tag_ids ?? [],
    source: 'manual',
  };
  if (context.settings.overlap_policy !== 'forbid') {
    const unplaced = { ...fields, project_id };
    const entry = await insertPlaced(context, 'entry.created', unplaced, { billable });
    if (entry) return entry;
  }
  const { columns } = await findPlace(context, { ...fields, project_id }, billable);
  const placed = { ...fields, ...columns };
  return underOverlapPolicy(context, placed, (context) =>
    insertEntry(context, 'entry.created', placed),
  );
}

/** Edits an entry; its recorded rate follows only a change of project. */
export async function updateEntry(
  context: Context,
  id: number,
  given: EntryPatch,
  expected?: string,
): Promise<TimeEntry> {
  const patch = await guardUpdate(context, id, given);
  return changeEntry(context, byId(id), async (context, before) => {
    requireVersion(before, expected);
    const fields = {
      ...(await editSubject(context, before, patch)),
      ...editSpan(context, before, patch),
    };
    const stops = before.end_time === null && fields.end_time != null;
    return { type: stops ? 'timer.stopped' : 'entry.updated', fields };
  });
}

/** Marks an entry as deleted; it can be restored for 30 days. */
export async function deleteEntry(context: Context, id: number, expected?: string): Promise<void> {
  await guardDelete(context, id);
  await removeEntry(context, id, expected);
}

/** The same where guards have been asked. */
export async function removeEntry(context: Context, id: number, expected?: string): Promise<void> {
  await changeEntry(context, byId(id), async (context, before) => {
    requireVersion(before, expected);
    return { type: 'entry.deleted', fields: { deleted_at: context.clock.now() } };
  });
}

/** Brings a deleted entry back. A deleted running entry comes back stopped where it was deleted. */
export async function restoreEntry(context: Context, id: number): Promise<TimeEntry> {
  return changeEntry(context, byId(id, 'deleted'), async (_context, before) => ({
    type: 'entry.restored',
    fields: {
      deleted_at: null,
      ...(before.end_time === null && {
        end_time: before.paused_at ?? before.deleted_at,
        paused_at: null,
      }),
    },
  }));
}
