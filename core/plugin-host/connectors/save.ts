/**
 * Saves a user's connection, which makes it active, and tells the plugin. Where access is granted by OAuth 2,
 * only that makes it active.
 */
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import { listSecretPaths } from '../../secrets/store.ts';
import { provideReceivers } from '../inbound/receivers.ts';
import { saveValues, type Values } from '../settings/values.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { connectRow } from './connect.ts';
import { generateSecrets } from './generate-secrets.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import type { Row } from './rows.ts';
import { forgetCursor } from './sync-cursor.ts';

/**
 * @returns the secrets that the host made, in clear, for this one time
 * @throws STINT_ERR_PLUGIN_SETTINGS
 */
export async function saveConnection(
  context: Context,
  plugin: ActivePlugin,
  userId: number,
  values: Values,
): Promise<Record<string, string>> {
  const { id: provider, deps, schema } = plugin;
  const saved = await inTransaction(context, async (context) => {
    const { db, clock } = context;
    const who = { provider, user_id: userId };
    await db('integrations')
      .insert({ ...who, is_active: false, created_at: clock.now(), updated_at: clock.now() })
      .onConflict()
      .ignore();
    const row: Row = await db('integrations').where(who).forUpdate().first();
    const isActive = plugin.oauth === undefined || row.is_active;
    const owner = ownerOfConnection(provider, row.id);
    const stored = await listSecretPaths(db, owner);
    const { input, generated } = generateSecrets(schema, values, stored);
    const change = { owner, schema, before: row.config, input };
    const config = await saveValues(db, deps.keys, change);
    const [active]: Row[] = await db('integrations')
      .where({ id: row.id })
      .update({
        config: JSON.stringify(config),
        is_active: isActive,
        health: isActive ? 'connected' : 'not_configured',
        last_error: null,
        version: row.version + 1,
        settings_version: plugin.settingsVersion,
        updated_at: clock.now(),
      })
      .returning('*');
    await provideReceivers({ db, clock }, plugin, row.id);
    await forgetCursor(db, provider, row.id);
    await recordAudit(context, {
      action: 'connection.saved',
      entity: 'integration',
      entity_id: row.id,
      changes: { provider, before: row.config, after: config },
    });
    return { row: active as Row, generated };
  });
  if (saved.row.is_active) await connectRow(plugin, saved.row);
  return saved.generated;
}
