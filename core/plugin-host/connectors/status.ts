/** How a user's connection is, for its settings page. Never a secret. */
import type { Static } from 'typebox';
import { maskSecrets } from '../../secrets/schema-secrets.ts';
import { listSecretPaths } from '../../secrets/store.ts';
import { listReceivers } from '../inbound/receivers.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { findNextSync } from './next-sync.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { findRow, type Row } from './rows.ts';
import {
  type ConnectorForm,
  type ConnectorStatus,
  NOT_CONFIGURED,
  type OauthInfo,
} from './schema.ts';

/** @param origin where people reach this server: `https://stint.example` */
export async function showStatus(
  plugin: ActivePlugin,
  userId: number,
  origin: string,
): Promise<Static<typeof ConnectorStatus>> {
  const row = await findRow(plugin.deps.db, plugin.id, userId);
  const oauth = oauthInfo(plugin, origin);
  if (!row?.is_active) return { ...NOT_CONFIGURED, ...(oauth && { oauth }) };
  const { health, last_sync_at, last_error, sync } = row;
  return {
    ok: true,
    health,
    last_sync_at,
    last_error,
    config: await maskRow(plugin, row),
    webhooks: await listReceivers(plugin, row.id, origin),
    sync: plugin.definition.sync ? sync : null,
    next_sync_at: plugin.definition.sync ? await findNextSync(plugin, row) : null,
    ...(oauth && { oauth }),
  };
}

/** After a save, which went well although nobody is connected until they grant access. */
export async function showSaved(
  plugin: ActivePlugin,
  userId: number,
  origin: string,
): Promise<Static<typeof ConnectorStatus>> {
  const { error: _notConfigured, ...status } = await showStatus(plugin, userId, origin);
  return status.ok ? status : { ...status, ok: true, health: 'not_configured' };
}

export async function showForm(
  plugin: ActivePlugin,
  userId: number,
  origin: string,
): Promise<Static<typeof ConnectorForm>> {
  const row = await findRow(plugin.deps.db, plugin.id, userId);
  const oauth = oauthInfo(plugin, origin);
  const values = row ? await maskRow(plugin, row) : {};
  return { schema: plugin.schema, values, ...(oauth && { oauth }) };
}

function oauthInfo({ oauth }: ActivePlugin, origin: string): OauthInfo | undefined {
  if (!oauth) return undefined;
  const { address, connectPath, callbackPath, scopes, missing } = oauth.client;
  return {
    connect_path: address + connectPath,
    redirect_uri: origin + address + callbackPath,
    scopes: [...scopes],
    missing: [...missing],
  };
}

async function maskRow({ deps: { db }, schema, id }: ActivePlugin, row: Row) {
  return maskSecrets(schema, row.config, await listSecretPaths(db, ownerOfConnection(id, row.id)));
}
