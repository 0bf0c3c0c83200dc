// Which timers are idle is decided by a plugin now: what people set moves to its settings. Never edited
// once merged.
import type { Knex } from 'knex';

const statements = [
  `INSERT INTO plugin_settings (plugin_id, user_id, settings_version, data)
   SELECT 'idle_timers', NULL, 1, jsonb_strip_nulls(jsonb_build_object(
     'ask_after_minutes', data -> 'idle_ask_after_minutes',
     'stop_after_minutes', data -> 'idle_stop_after_minutes'))
   FROM settings WHERE data ?| ARRAY['idle_ask_after_minutes', 'idle_stop_after_minutes']`,
  `INSERT INTO plugin_settings (plugin_id, user_id, settings_version, data)
   SELECT 'idle_timers', id, 1, jsonb_strip_nulls(jsonb_build_object(
     'ask_after_minutes', idle_ask_after_minutes,
     'stop_after_minutes', idle_stop_after_minutes))
   FROM users WHERE coalesce(idle_ask_after_minutes, idle_stop_after_minutes) IS NOT NULL`,
  `UPDATE settings SET data = data - 'idle_ask_after_minutes' - 'idle_stop_after_minutes'`,
  `ALTER TABLE users DROP COLUMN idle_ask_after_minutes, DROP COLUMN idle_stop_after_minutes`,
];

export async function up(knex: Knex): Promise<void> {
  for (const statement of statements) await knex.raw(statement.replaceAll('?', '\\?'));
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
