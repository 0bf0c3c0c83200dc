// What each person's dashboard shows. Never edited once merged.
import type { Knex } from 'knex';

const statements = [
  `CREATE TABLE dashboards (
    user_id integer PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    -- Null for the one that Stint comes with.
    cards jsonb,
    version integer NOT NULL
  )`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement);
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
