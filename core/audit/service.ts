/** Reading the trail. Nothing in Stint edits or deletes it. */
import type { Context } from '../infra/context.ts';
import { parseInstant } from '../infra/instants.ts';
import { fetchPage, type Page } from '../infra/page.ts';
import { AuditEntry } from './model.ts';
import type { AuditQuery } from './schema.ts';

const sorting = { columns: { id: 'audit_log.id' }, id: 'audit_log.id' };
const exact = ['entity_type', 'entity_id', 'actor_id', 'action'] as const;

export async function listAuditLog(
  { db, actor }: Context,
  query: AuditQuery,
): Promise<Page<AuditEntry>> {
  const list = AuditEntry.query(db)
    .select('audit_log.*', 'users.name as actor_name')
    .leftJoin('users', 'users.id', 'audit_log.actor_id');
  for (const filter of exact) {
    const value = query[filter];
    if (value !== undefined) list.where(`audit_log.${filter}`, value);
  }
  for (const [filter, compares] of [
    ['from', '>='],
    ['to', '<'],
  ] as const) {
    const text = query[filter];
    if (text === undefined) continue;
    list.where('occurred_at', compares, parseInstant(text, actor.time_zone, `/${filter}`));
  }
  return fetchPage(list, sorting, query);
}
