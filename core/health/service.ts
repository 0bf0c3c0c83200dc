/** What readiness asks of more than the database itself. */
import type { Knex } from 'knex';

/** Ids of the plugins that somebody wants, and that cannot start. */
export async function listBrokenPlugins(db: Knex): Promise<string[]> {
  return db('plugins')
    .where({ enabled: true, uninstalled_at: null })
    .whereIn('state', ['failed', 'incompatible'])
    .pluck('id');
}
