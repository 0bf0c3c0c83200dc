/** Reading time entries: one by id, and the filtered list. What somebody may not see is not there. */
import { ERR_NOT_FOUND } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { fetchPage, type Page, whereModifiedAfter } from '../infra/page.ts';
import { visibleEntries } from './access.ts';
import { matchingEntries } from './filters.ts';
import { entryColumns, roundingBindings, TimeEntry } from './model.ts';
import type { EntryQuery } from './schema.ts';
import { readInstant } from './span.ts';

const sorting = { columns: { start_time: 'e.start_time', updated_at: 'e.updated_at' }, id: 'e.id' };

function visible(context: Context) {
  const { db, actor, settings } = context;
  return TimeEntry.query(db)
    .from('time_entries as e')
    .join('users as u', 'u.id', 'e.user_id')
    .where(visibleEntries(db, actor, 'e'))
    .select(db.raw(entryColumns('?', '?'), roundingBindings(settings)));
}

/** @throws STINT_ERR_NOT_FOUND also for an entry the actor may not see */
export async function findEntry(
  context: Context,
  id: number,
  state: 'present' | 'deleted' = 'present',
): Promise<TimeEntry> {
  const query = visible(context).where('e.id', id);
  const entry = await (state === 'deleted'
    ? query.whereNotNull('e.deleted_at')
    : query.whereNull('e.deleted_at')
  ).first();
  if (!entry) throw new ERR_NOT_FOUND('time entry', id);
  return entry;
}

export async function listEntries(context: Context, query: EntryQuery): Promise<Page<TimeEntry>> {
  const list = visible(context).where(matchingEntries(context.db, query));
  if (!query.include_deleted) list.whereNull('e.deleted_at');
  if (query.running !== undefined)
    list.whereRaw(`e.end_time IS ${query.running ? '' : 'NOT'} NULL`);
  const inactive = readInstant(context, query, 'inactive_since');
  if (inactive) {
    list
      .where({ 'e.end_time': null, 'e.paused_at': null })
      .whereRaw('coalesce(e.last_activity_at, e.start_time) <= ?', [inactive]);
  }
  const from = readInstant(context, query, 'from');
  if (from) list.where('e.start_time', '>=', from);
  const to = readInstant(context, query, 'to');
  if (to) list.where('e.start_time', '<', to);
  whereModifiedAfter(context, list, 'e.updated_at', query.modified_after);
  return fetchPage(list, sorting, query);
}
