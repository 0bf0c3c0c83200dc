// Imports and exports that are too large for one request: what is wanted, how far it is, and the file.
// Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `CREATE TABLE transfers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    direction text NOT NULL CHECK (direction IN ('import', 'export')),
    params jsonb NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed')),
    rows_done integer NOT NULL DEFAULT 0,
    rows_total integer,
    result jsonb,
    error jsonb,
    file_name text,
    media_type text,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE INDEX transfers_user_id ON transfers (user_id)`,
  `CREATE INDEX transfers_expires_at ON transfers (expires_at)`,
  `CREATE TABLE transfer_chunks (
    transfer_id uuid NOT NULL REFERENCES transfers ON DELETE CASCADE,
    n integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (transfer_id, n)
  )`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only.');
}
