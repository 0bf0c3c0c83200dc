/** Which events a plugin wants, in the database, where `record_change` sees it in every process. */
import type { Knex } from 'knex';
import type { Subscription } from './registrations.ts';

export async function replaceSubscriptions(
  db: Knex,
  plugin_id: string,
  subscriptions: readonly Subscription[],
): Promise<void> {
  const types = [...new Set(subscriptions.map(({ type }) => type))];
  await db.transaction(async (trx) => {
    await trx('event_subscriptions').where({ plugin_id }).whereNotIn('type', types).delete();
    const rows = types.map((type) => ({ type, plugin_id }));
    if (rows.length > 0) await trx('event_subscriptions').insert(rows).onConflict().ignore();
  });
}
