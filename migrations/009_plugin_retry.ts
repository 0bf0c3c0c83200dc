// When a plugin that was not ready is started again by itself. Never edited once merged.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE plugins ADD COLUMN retry_at timestamptz');
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
