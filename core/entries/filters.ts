/** What entries can be filtered by, in lists and in reports alike: the fields, and the condition they make. */
import type { Knex } from 'knex';
import { type Static, Type } from 'typebox';
import { Id } from '../infra/fields.ts';
import { containsText } from '../infra/search.ts';

const Ids = Type.Array(Id, { maxItems: 50 });

export const entryFilters = {
  user_id: Type.Optional(Ids),
  project_id: Type.Optional(Ids),
  client_id: Type.Optional(Ids),
  task_id: Type.Optional(Ids),
  tag_id: Type.Optional({ ...Ids, description: 'Any of these tags.' }),
  billable: Type.Optional(Type.Boolean()),
  search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the description.' })),
};

const EntryFilters = Type.Object(entryFilters);
export type EntryFilters = Static<typeof EntryFilters>;

/** A WHERE condition on `time_entries e`; true without a filter. */
export function matchingEntries(db: Knex, filters: EntryFilters): Knex.Raw {
  const conditions = [db.raw('true')];
  for (const column of ['user_id', 'project_id', 'task_id'] as const) {
    const ids = filters[column];
    // One id as an equation: the index then gives the order as well.
    if (ids?.length === 1) conditions.push(db.raw(`e.${column} = ?`, [ids[0] as number]));
    else if (ids) conditions.push(db.raw(`e.${column} = ANY(?::int[])`, [ids]));
  }
  if (filters.client_id) {
    const ofClients = 'e.project_id IN (SELECT id FROM projects WHERE client_id = ANY(?::int[]))';
    conditions.push(db.raw(ofClients, [filters.client_id]));
  }
  if (filters.tag_id) conditions.push(db.raw('e.tag_ids && ?::int[]', [filters.tag_id]));
  if (filters.billable !== undefined) conditions.push(db.raw('e.billable = ?', [filters.billable]));
  if (filters.search) conditions.push(db.raw(containsText('e.description'), [filters.search]));
  return db.raw(conditions.map(() => '(?)').join(' AND '), conditions);
}
