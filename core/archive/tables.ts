/**
 * What an archive holds, table by table, in the order in which it can be written back. Secrets, sessions,
 * tokens, what plugins keep and what serves its time are in none.
 */

export interface ArchivedTable {
  name: string;
  /** Orders the rows, so that equal data is equal text. */
  key: string;
  /** Columns that never leave the database. */
  secret?: readonly string[];
  /** Which rows are a user's own, with `:user`; absent where none are. */
  own?: string;
  /** Columns that are the managers' business, in the archive of a member. */
  hidden?: readonly string[];
  /** Columns that name a user. */
  users?: readonly string[];
  /** Whose ids are counted by a sequence. */
  hasSequence?: true;
}

const ownEntries = `SELECT FROM time_entries e WHERE e.user_id = :user`;

export const archivedTables: readonly ArchivedTable[] = [
  {
    name: 'users',
    key: 'id',
    secret: ['password_hash'],
    own: 't.id = :user',
    users: ['id'],
    hasSequence: true,
  },
  {
    name: 'clients',
    key: 'id',
    own: `EXISTS (${ownEntries} AND e.project_id IN (SELECT id FROM projects p WHERE p.client_id = t.id))`,
    hidden: ['hourly_rate'],
    hasSequence: true,
  },
  {
    name: 'projects',
    key: 'id',
    own: `EXISTS (${ownEntries} AND e.project_id = t.id)`,
    hidden: ['hourly_rate', 'code'],
    hasSequence: true,
  },
  {
    name: 'project_members',
    key: 'project_id, user_id',
    own: `t.user_id = :user AND EXISTS (${ownEntries} AND e.project_id = t.project_id)`,
    hidden: ['hourly_rate'],
    users: ['user_id'],
  },
  {
    name: 'tasks',
    key: 'id',
    own: `EXISTS (${ownEntries} AND e.task_id = t.id)`,
    hidden: ['assignee_id'],
    users: ['assignee_id'],
    hasSequence: true,
  },
  {
    name: 'tags',
    key: 'id',
    own: `EXISTS (${ownEntries} AND t.id = ANY(e.tag_ids))`,
    hasSequence: true,
  },
  {
    name: 'time_entries',
    key: 'id',
    own: 't.user_id = :user',
    users: ['user_id'],
    hasSequence: true,
  },
  { name: 'period_locks', key: 'id', users: ['user_id'], hasSequence: true },
  { name: 'imports', key: 'id', own: 't.user_id = :user', users: ['user_id'], hasSequence: true },
  {
    name: 'imported_rows',
    key: 'fingerprint',
    own: `t.import_id IN (SELECT id FROM imports i WHERE i.user_id = :user)`,
  },
  { name: 'dashboards', key: 'user_id', own: 't.user_id = :user', users: ['user_id'] },
  { name: 'settings', key: 'id' },
  { name: 'audit_log', key: 'id', users: ['actor_id'], hasSequence: true },
];
