/** Disconnects a user: the plugin may revoke what it got, and its secrets go whatever comes of that. */
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { deleteSecrets } from '../../secrets/store.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { callPlugin } from './call-plugin.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { findRow, openRow, type Row } from './rows.ts';
import { type DisconnectAnswer, NOT_CONFIGURED } from './schema.ts';
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
  const warning = await sayGoodbye(plugin, row);
  await inTransaction(context, async (context) => {
    const { db, clock } = context;
    await db('integrations').where({ id: row.id }).update({
      is_active: false,
      health: 'not_configured',
      last_error: null,
      updated_at: clock.now(),
    });
    await deleteSecrets(db, ownerOfConnection(provider, row.id));
    await recordAudit(context, {
      action: 'connection.disconnected',
      entity: 'integration',
      entity_id: row.id,
      changes: { provider },
    });
  });
  return { ok: true, ...(warning !== undefined && { warning }) };
}

async function sayGoodbye(plugin: ActivePlugin, row: Row): Promise<string | undefined> {
  const { deps, definition, context, schema, id } = plugin;
  let config: Record<string, unknown> = {};
  try {
    const connection = await openRow(plugin, row);
    config = connection.config;
    await callPlugin(plugin, 'The disconnecting', DISCONNECT_MS, () =>
      definition.disconnect?.(context, connection),
    );
    return undefined;
  } catch (error) {
    const { message } = troubleOf(error, schema, config);
    deps.log.warn({ plugin: id, connection: row.id }, `disconnecting failed: ${message}`);
    return message;
  }
}
