/** Which events a plugin wants, in the database, where `record_change` sees it in every process. */
import type { Knex } from 'knex';
import type { Subscription } from './registrations.ts';

export async function replaceSubscriptions(
  db: Knex,
  plugin_id: string,
  subscriptions: readonly Subscription[],
): Promise<void> {
  const types = [...new Set(subscriptions.map(({ type }) => type))];
  await db.raw(
    `WITH gone AS (DELETE FROM event_subscriptions WHERE plugin_id = :plugin_id AND type <> ALL(:types::text[]))
     INSERT INTO event_subscriptions (type, plugin_id) SELECT unnest(:types::text[]), :plugin_id
     ON CONFLICT DO NOTHING`,
    { plugin_id, types },
  );
}
