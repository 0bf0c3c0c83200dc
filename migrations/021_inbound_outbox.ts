// Deliveries that wait for their job, as events do: adding a Graphile job notifies, and notifying makes
// commits wait for each other. Never edited once merged.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // No foreign key, which each insert would look up: a row whose delivery is gone is taken, and that is all.
  await knex.raw('CREATE TABLE inbound_outbox (delivery bigint PRIMARY KEY)');
}

export async function down(): Promise<void> {
  throw new Error('Migrations go forward only: restore a backup to go back.');
}
