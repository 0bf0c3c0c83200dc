/** What an edit request means for the columns of an entry. Writes nothing. */
import type { Context } from '../infra/context.ts';
import { type Break, clipBreaks } from './breaks.ts';
import type { TimeEntry } from './model.ts';
import { placeEntry } from './placement.ts';
import type { EntryPatch } from './schema.ts';
import { after, checkSpan, readBreaks, readInstant, spanError } from './span.ts';
import type { EntryFields } from './statements.ts';

/** The columns that a change of project, task, tags or text sets. */
export async function editSubject(
  context: Context,
  before: TimeEntry,
  patch: EntryPatch,
): Promise<Partial<EntryFields>> {
  const { description, billable, tag_ids } = patch;
  const fields: Partial<EntryFields> = {
    ...(description !== undefined && { description }),
    ...(billable !== undefined && { billable }),
    ...(tag_ids !== undefined && { tag_ids }),
  };
  const moves = patch.project_id !== undefined || patch.task_id !== undefined;
  if (!moves && tag_ids === undefined) return fields;
  if (!moves) {
    // Tags alone: what the entry stands on was checked when it was put there.
    await placeEntry(context, { user_id: before.user_id, tag_ids });
    return fields;
  }
  // A task belongs to its project, so a new project without a task drops the old one.
  const task_id = patch.task_id !== undefined ? patch.task_id : null;
  const project_id =
    patch.project_id !== undefined
      ? patch.project_id
      : task_id === null
        ? before.project_id
        : undefined;
  const placement = await placeEntry(context, {
    user_id: before.user_id,
    project_id,
    task_id,
    tag_ids,
  });
  Object.assign(fields, { project_id: placement.project_id, task_id });
  if (placement.project_id !== before.project_id) {
    Object.assign(fields, { hourly_rate: placement.hourly_rate, currency: placement.currency });
  }
  return fields;
}

/** The columns that new times set; what is left of breaks outside is dropped. */
export function editSpan(
  context: Context,
  before: TimeEntry,
  patch: EntryPatch,
): Partial<EntryFields> {
  const { duration_seconds: seconds } = patch;
  const given = {
    start: readInstant(context, patch, 'start_time'),
    end: readInstant(context, patch, 'end_time'),
  };
  if (!given.start && !given.end && seconds === undefined && !patch.breaks) return {};
  if (given.start && given.end && seconds !== undefined) {
    throw spanError(
      '/duration_seconds',
      'Give two of start_time, end_time and duration_seconds, not all three.',
    );
  }
  let start_time = given.start ?? before.start_time;
  let end_time = given.end ?? before.end_time;
  if (seconds !== undefined) {
    if (given.end) start_time = after(given.end, -seconds);
    else end_time = after(start_time, seconds);
  }
  if (end_time) checkSpan({ start_time, end_time });
  else if (start_time > (before.paused_at ?? context.clock.now())) {
    throw spanError(
      '/start_time',
      `A running timer cannot start in the future (${start_time.toISOString()}).`,
    );
  }
  const breaks: Break[] =
    readBreaks(context, patch.breaks, { start_time, end_time }) ??
    clipBreaks(before.breaks, start_time, end_time ?? undefined);
  return { start_time, end_time, breaks, ...(end_time && { paused_at: null }) };
}
