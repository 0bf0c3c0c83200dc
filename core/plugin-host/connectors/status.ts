/** How a user's connection is, for its settings page. Never a secret. */
import type { Static } from 'typebox';
import { maskSecrets } from '../../secrets/schema-secrets.ts';
import { listSecretPaths } from '../../secrets/store.ts';
import { listReceivers } from '../inbound/receivers.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { findRow, type Row } from './rows.ts';
import { type ConnectorForm, type ConnectorStatus, NOT_CONFIGURED } from './schema.ts';

/** @param origin where people reach this server: `https://stint.example` */
export async function showStatus(
  plugin: ActivePlugin,
  userId: number,
  origin: string,
): Promise<Static<typeof ConnectorStatus>> {
  const row = await findRow(plugin.deps.db, plugin.id, userId);
  if (!row?.is_active) return NOT_CONFIGURED;
  const { health, last_sync_at, last_error, sync } = row;
  return {
    ok: true,
    health,
    last_sync_at,
    last_error,
    config: await maskRow(plugin, row),
    webhooks: await listReceivers(plugin, row.id, origin),
    sync: plugin.definition.sync ? sync : null,
  };
}

export async function showForm(
  plugin: ActivePlugin,
  userId: number,
): Promise<Static<typeof ConnectorForm>> {
  const row = await findRow(plugin.deps.db, plugin.id, userId);
  return { schema: plugin.schema, values: row ? await maskRow(plugin, row) : {} };
}

async function maskRow({ deps: { db }, schema, id }: ActivePlugin, row: Row) {
  return maskSecrets(schema, row.config, await listSecretPaths(db, ownerOfConnection(id, row.id)));
}
