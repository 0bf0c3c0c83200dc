/** Who changed what on one entry, oldest first, out of the audit log. */

import { ERR_NOT_FOUND } from '../errors.ts';
import type { Context } from '../infra/context.ts';
import { visibleEntries } from './access.ts';

export interface HistoryItem {
  id: number;
  occurred_at: Date;
  actor_id: number | null;
  actor_name: string | null;
  actor_via: string;
  action: string;
  changes: Record<string, [unknown, unknown]> | null;
}

/** @throws STINT_ERR_NOT_FOUND also for an entry the actor may not see; deleted ones are seen */
export async function getHistory({ db, actor }: Context, id: number): Promise<HistoryItem[]> {
  const entry = await db('time_entries as e')
    .where('e.id', id)
    .where(visibleEntries(db, actor, 'e'))
    .first('e.id');
  if (!entry) throw new ERR_NOT_FOUND('time entry', id);
  return db('audit_log as a')
    .leftJoin('users as u', 'u.id', 'a.actor_id')
    .where({ 'a.entity_type': 'time_entry', 'a.entity_id': id })
    .orderBy('a.id')
    .select(
      'a.id',
      'a.occurred_at',
      'a.actor_id',
      'u.name as actor_name',
      'a.actor_via',
      'a.action',
      'a.changes',
    );
}
