// Second factors, and what stands between a password and a session. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  // The secret itself is in `secrets`, encrypted, under the owner `user:<id>`.
  `CREATE TABLE two_factors (
    user_id integer PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    -- Null: shown, and no code of it came back yet.
    confirmed_at timestamptz,
    -- The time step (RFC 6238) of the last code that was taken: none up to it is taken again.
    last_step integer NOT NULL DEFAULT 0,
    -- Wrong codes since the last right one.
    failures integer NOT NULL DEFAULT 0,
    locked_until timestamptz
  )`,
  `CREATE TABLE recovery_codes (
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    PRIMARY KEY (user_id, code_hash)
  )`,
  `CREATE TABLE login_challenges (
    token_hash bytea PRIMARY KEY,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE INDEX login_challenges_user_id ON login_challenges (user_id)`,
  `CREATE INDEX login_challenges_expires_at ON login_challenges (expires_at)`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
