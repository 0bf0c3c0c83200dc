// What connectors need: where a task stands elsewhere, and finding people by what they set.
// Never edited once merged.
import type { Knex } from 'knex';

// Letters of either case are equal: logins and names of repositories are so on most services.
const folded = (column: string) => `(lower(${column}::text)::jsonb) jsonb_path_ops`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw('ALTER TABLE tasks ADD COLUMN external_url text');
  await knex.raw(
    `CREATE INDEX integrations_config ON integrations USING gin (${folded('config')}) WHERE is_active`,
  );
  await knex.raw(
    `CREATE INDEX plugin_settings_data ON plugin_settings USING gin (${folded('data')})
     WHERE user_id IS NOT NULL`,
  );
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
