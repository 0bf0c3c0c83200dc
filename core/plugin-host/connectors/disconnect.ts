/** Disconnects a user: the plugin may revoke what it got, and its secrets go whatever comes of that. */
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { deleteSecrets } from '../../secrets/store.ts';
import { deleteGrant, findGrant } from '../oauth/grants.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { callPlugin } from './call-plugin.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { findRow, openRow, type Row } from './rows.ts';
import { type DisconnectAnswer, NOT_CONFIGURED } from './schema.ts';
import { forgetCursor } from './sync-cursor.ts';
import { troubleOf } from './trouble.ts';

const DISCONNECT_MS = 10_000;

export async function disconnect(
  context: Context,
  plugin: ActivePlugin,
  userId: number,
): Promise<DisconnectAnswer> {
  const { deps, id: provider } = plugin;
  const row = await findRow(deps.db, provider, userId);
  if (!row?.is_active) return NOT_CONFIGURED;
  const warnings = [await sayGoodbye(plugin, row), await revokeAccess(plugin, row)];
  const warning = warnings.filter((text) => text !== undefined).join(' ');
  await inTransaction(context, async (context) => {
    const { db, clock } = context;
    await db('integrations').where({ id: row.id }).update({
      is_active: false,
      health: 'not_configured',
      last_error: null,
      updated_at: clock.now(),
    });
    await forgetCursor(db, provider, row.id);
    await deleteSecrets(db, ownerOfConnection(provider, row.id));
    await deleteGrant(db, provider, row.id);
    await recordAudit(context, {
      action: 'connection.disconnected',
      entity: 'integration',
      entity_id: row.id,
      changes: { provider },
    });
  });
  return { ok: true, ...(warning !== '' && { warning }) };
}

/** What was granted by OAuth 2 goes here whatever the service says; what it may still hold is said. */
async function revokeAccess(
  { oauth, deps, id }: ActivePlugin,
  row: Row,
): Promise<string | undefined> {
  try {
    const grant = oauth && (await findGrant(deps, id, row.id));
    // One that the service takes no more needs no revocation.
    if (grant && !grant.refused_at) await oauth.revoke(grant);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    deps.log.warn({ plugin: id, connection: row.id }, `revoking failed: ${message}`);
    return message;
  }
}

async function sayGoodbye(plugin: ActivePlugin, row: Row): Promise<string | undefined> {
  const { deps, definition, context, id } = plugin;
  let config: Record<string, unknown> = {};
  try {
    const connection = await openRow(plugin, row);
    config = connection.config;
    await callPlugin(plugin, 'The disconnecting', DISCONNECT_MS, () =>
      definition.disconnect?.(context, connection),
    );
    return undefined;
  } catch (error) {
    const { message } = troubleOf(error, plugin, config);
    deps.log.warn({ plugin: id, connection: row.id }, `disconnecting failed: ${message}`);
    return message;
  }
}
