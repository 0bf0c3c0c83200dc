// Access that people grant by OAuth 2: attempts that are under way, and what was granted. The tokens
// themselves are secrets. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `CREATE TABLE oauth_attempts (
    -- Of what the browser brings back; it is kept nowhere else here.
    state_hash bytea PRIMARY KEY,
    -- Of the session that began it, which alone may end it.
    session_hash bytea NOT NULL,
    -- Together with the state it makes the verifier of PKCE: either alone is worth nothing.
    nonce bytea NOT NULL,
    plugin_id text NOT NULL,
    user_id integer NOT NULL REFERENCES users ON DELETE CASCADE,
    redirect_uri text NOT NULL,
    return_to text NOT NULL,
    expires_at timestamptz NOT NULL
  )`,
  `CREATE INDEX oauth_attempts_expires_at ON oauth_attempts (expires_at)`,
  `CREATE TABLE oauth_grants (
    integration_id integer PRIMARY KEY REFERENCES integrations ON DELETE CASCADE,
    plugin_id text NOT NULL,
    scopes text[] NOT NULL,
    -- Of the access token. Null where the service did not say.
    expires_at timestamptz,
    renew_at timestamptz,
    -- The service takes the refresh token no more: only the person can help.
    refused_at timestamptz,
    -- Who renews it now, so that nobody else does; held without holding a connection.
    lease text,
    leased_until timestamptz,
    granted_at timestamptz NOT NULL
  )`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
