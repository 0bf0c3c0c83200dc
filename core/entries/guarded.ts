/**
 * Asking before entries are written, always before the transaction opens: a slow guard must hold no
 * lock. Imports do not ask: what they bring has happened, and a guard cannot change the past. Nor
 * does stopping the clock.
 */
import type { GuardPoint } from '@stint/plugin';
import { Type } from 'typebox';
import type { Context } from '../infra/context.ts';
import { askGuards } from '../infra/guards.ts';
import { findEntry } from './list.ts';
import type { TimeEntry } from './model.ts';
import { EntryCreate, EntryPatch } from './schema.ts';
import type { EntryFields } from './statements.ts';

const Nothing = Type.Object({}, { additionalProperties: false });
const BULK_MS = 5_000;

function isGuarded({ guards }: Context, point: GuardPoint): boolean {
  return guards !== undefined && !guards.isOpen(point);
}

/** The entry to create. @throws the refusal of a guard */
export async function guardCreate(
  context: Context,
  input: EntryCreate,
  endsAt?: number,
): Promise<EntryCreate> {
  return askGuards(context, { point: 'entry.beforeCreate', schema: EntryCreate, input, endsAt });
}

/** The change to make. @throws the refusal of a guard */
export async function guardUpdate(
  context: Context,
  id: number,
  input: EntryPatch,
): Promise<EntryPatch> {
  const point = 'entry.beforeUpdate';
  if (!isGuarded(context, point)) return input;
  return askGuards(context, {
    point,
    schema: EntryPatch,
    input,
    before: await findEntry(context, id),
  });
}

/** @throws the refusal of a guard */
export async function guardDelete(context: Context, id: number, endsAt?: number): Promise<void> {
  const point = 'entry.beforeDelete';
  if (!isGuarded(context, point)) return;
  const before = await findEntry(context, id);
  await askGuards(context, { point, schema: Nothing, input: {}, before, endsAt });
}

/** All entries of a bulk, in 5 seconds: guards that are not done by then are passed over. */
export async function guardCreates(
  context: Context,
  entries: EntryCreate[],
): Promise<EntryCreate[]> {
  if (!isGuarded(context, 'entry.beforeCreate')) return entries;
  const endsAt = performance.now() + BULK_MS;
  const guarded: EntryCreate[] = [];
  for (const entry of entries) guarded.push(await guardCreate(context, entry, endsAt));
  return guarded;
}

/** What is to change of each of these entries, by id. Nothing where nobody is asked. */
export async function guardUpdates(
  context: Context,
  ids: number[],
  patchOf: (before: TimeEntry) => EntryPatch,
): Promise<Map<number, EntryPatch>> {
  const point = 'entry.beforeUpdate';
  const patches = new Map<number, EntryPatch>();
  if (!isGuarded(context, point)) return patches;
  const endsAt = performance.now() + BULK_MS;
  for (const id of ids) {
    const before = await findEntry(context, id);
    const input = patchOf(before);
    patches.set(id, await askGuards(context, { point, schema: EntryPatch, input, before, endsAt }));
  }
  return patches;
}

export async function guardDeletes(context: Context, ids: number[]): Promise<void> {
  const endsAt = performance.now() + BULK_MS;
  for (const id of ids) await guardDelete(context, id, endsAt);
}

type Copy = Pick<
  EntryFields,
  | 'user_id'
  | 'project_id'
  | 'task_id'
  | 'description'
  | 'tag_ids'
  | 'billable'
  | 'start_time'
  | 'end_time'
>;

/** A new entry out of one that is there can be refused, not changed. */
export async function guardCopy(context: Context, entry: Copy): Promise<void> {
  if (!isGuarded(context, 'entry.beforeCreate')) return;
  const { user_id, project_id, task_id, description, tag_ids, billable } = entry;
  await guardCreate(context, {
    user_id,
    project_id,
    task_id,
    description,
    tag_ids,
    billable,
    start_time: entry.start_time.toISOString(),
    ...(entry.end_time && { end_time: entry.end_time.toISOString() }),
  });
}
