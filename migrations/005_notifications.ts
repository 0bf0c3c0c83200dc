// Lines for one person, from plugins and the core. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `CREATE TABLE notifications (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    -- Null for the core.
    plugin_id text,
    key text,
    text text NOT NULL,
    link text,
    created_at timestamptz NOT NULL,
    read_at timestamptz
  )`,
  `CREATE INDEX notifications_user ON notifications (user_id, created_at, id)`,
  `CREATE INDEX notifications_unread ON notifications (user_id, created_at, id) WHERE read_at IS NULL`,
  // A repetition changes nothing: the key of each plugin is its own.
  `CREATE UNIQUE INDEX notifications_key ON notifications (user_id, plugin_id, key)
     NULLS NOT DISTINCT WHERE key IS NOT NULL`,
  `CREATE INDEX notifications_created_at ON notifications USING brin (created_at)`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
