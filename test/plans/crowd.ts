/** A database big enough for PostgreSQL to care how it is read: 100 000 entries of fifty people among many. */
import type { Knex } from 'knex';

// Sizes at which reading a whole table is never the cheapest way.
const statements = [
  `INSERT INTO users (email, name, time_zone)
   SELECT 'crowd' || i || '@example.com', 'Crowd ' || i, 'Europe/Berlin' FROM generate_series(1, 3000) i`,
  `INSERT INTO api_tokens (token_hash, user_id, name, scopes, last_used_at)
   SELECT sha256(i::text::bytea), (SELECT min(id) FROM users) + i % 3000, 'crowd', '{}', now()
   FROM generate_series(1, 6000) i`,
  `INSERT INTO sessions (token_hash, user_id, idle_hours, idle_expires_at, expires_at)
   SELECT sha256(i::text::bytea), (SELECT min(id) FROM users) + i % 3000, 1, 'infinity', 'infinity'
   FROM generate_series(1, 6000) i`,
  `INSERT INTO clients (name) SELECT 'Client ' || i FROM generate_series(1, 1000) i`,
  `INSERT INTO projects (name, color, client_id)
   SELECT 'Project ' || i, '#2563eb', (SELECT min(id) FROM clients) + i % 1000 FROM generate_series(1, 3000) i`,
  `INSERT INTO project_members (project_id, user_id)
   SELECT (SELECT min(id) FROM projects) + i % 3000, (SELECT min(id) FROM users) + i / 3000 + i % 7
   FROM generate_series(0, 8999) i`,
  `INSERT INTO tasks (project_id, name)
   SELECT (SELECT min(id) FROM projects) + i % 3000, 'Task ' || i FROM generate_series(1, 9000) i`,
  `INSERT INTO tags (name) SELECT 'Tag ' || i FROM generate_series(1, 3000) i`,
  // A year and more of fifty people, an hour each, one after the other.
  `INSERT INTO time_entries (user_id, project_id, task_id, description, start_time, end_time, tag_ids,
     last_activity_at, created_at, updated_at)
   SELECT (SELECT min(id) FROM users) + i % 50, t.project_id, t.id, 'Work ' || i, s.at, s.at + interval '1 hour',
     ARRAY[(SELECT min(id) FROM tags) + i % 3000], s.at, s.at, s.at
   FROM generate_series(1, 100000) i
   CROSS JOIN LATERAL (SELECT '2025-01-27T00:00Z'::timestamptz - (i / 50) * interval '5 hours' AS at) s
   JOIN tasks t ON t.id = (SELECT min(id) FROM tasks) + i % 9000`,
  `INSERT INTO audit_log (occurred_at, actor_id, actor_via, action, entity_type, entity_id)
   SELECT created_at, user_id, 'test', 'entry.created', 'time_entry', id FROM time_entries`,
  'ANALYZE',
];

export async function gatherCrowd(db: Knex): Promise<void> {
  for (const statement of statements) await db.raw(statement);
}
