// The text of each plugin migration, so that a backup can be restored where the plugin is not installed.
// Filled in when a plugin starts; of one that never started again, a backup says that it lacks it.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE plugin_migrations ADD COLUMN sql text');
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
