// Secret addresses under which calendar programs read somebody's time. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `CREATE TABLE calendar_feeds (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    name text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    -- Empty: all.
    project_ids integer[] NOT NULL DEFAULT '{}',
    days integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz
  )`,
  `CREATE INDEX calendar_feeds_user_id ON calendar_feeds (user_id)`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
