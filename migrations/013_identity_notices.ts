// Says that what a credential stands for may have changed, so that processes which remember it look again.
// For each statement, and only where one of these columns is written: noting a last use says nothing.
import type { Knex } from 'knex';

const watched: Record<string, string> = {
  users: 'role, active, time_zone, week_start, locale',
  api_tokens: 'token_hash, scopes, expires_at',
  sessions: 'token_hash, expires_at',
  settings: 'data',
};

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`CREATE FUNCTION tell_identities() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_notify('stint_identities', ''); RETURN NULL; END $$`);
  for (const [table, columns] of Object.entries(watched)) {
    await knex.raw(`CREATE TRIGGER tell_identities AFTER UPDATE OF ${columns} OR DELETE OR TRUNCATE
      ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION tell_identities()`);
  }
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
