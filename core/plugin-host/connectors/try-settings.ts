/** Tries settings with the other side, saved or not. Changes nothing but the health of what is saved. */
import type { PluginDefinition } from '@stint/plugin';
import { listSecretPaths } from '../../secrets/store.ts';
import { draftValues, type Values } from '../settings/values.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { callPlugin } from './call-plugin.ts';
import { generateSecrets } from './generate-secrets.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { findRow, noteOutcome, openRow, type Row } from './rows.ts';
import { NOT_CONFIGURED, type TestAnswer } from './schema.ts';
import { redactConfig, troubleOf } from './trouble.ts';

const TEST_MS = 15_000;

/**
 * @param values unsaved ones, whose missing secrets are the stored ones; none to try what is saved
 * @throws STINT_ERR_PLUGIN_SETTINGS
 */
export async function trySettings(
  plugin: ActivePlugin,
  userId: number,
  values: Values,
): Promise<TestAnswer> {
  const { deps, schema, id } = plugin;
  const row = await findRow(deps.db, id, userId);
  // Without access there is nothing to try them with.
  if (!row?.is_active && plugin.oauth) return NOT_CONFIGURED;
  const isDraft = Object.keys(values).length > 0;
  if (!isDraft) {
    if (!row?.is_active) return NOT_CONFIGURED;
    return trySaved(plugin, row);
  }
  // There is no connection 0: nothing is stored for somebody who has none.
  const owner = ownerOfConnection(id, row?.id ?? 0);
  // What the host will make when they are saved is not missing now.
  const { input } = generateSecrets(schema, values, await listSecretPaths(deps.db, owner));
  const change = { owner, schema, before: row?.config ?? {}, input };
  const config = await draftValues(deps.db, deps.keys, change);
  return ask(plugin, { ...(row?.is_active && { id: row.id }), user_id: userId, config });
}

async function trySaved(plugin: ActivePlugin, row: Row): Promise<TestAnswer> {
  try {
    const { user_id, config } = await openRow(plugin, row);
    return await ask(plugin, { id: row.id, user_id, config }, row.id);
  } catch (error) {
    // A stored secret that does not decrypt is something to read, not a fault of the server.
    const { message } = troubleOf(error, plugin, {});
    return { ok: false, message, error: message };
  }
}

type Draft = Parameters<NonNullable<PluginDefinition['testConnection']>>[1];

async function ask(plugin: ActivePlugin, draft: Draft, savedId?: number): Promise<TestAnswer> {
  const { definition, context, deps } = plugin;
  const test = definition.testConnection?.bind(definition);
  if (!test) return { ok: true, message: 'The settings are well-formed; there is nothing to try.' };
  try {
    const told = await callPlugin(plugin, 'The test', TEST_MS, () => test(context, draft));
    const text = redactConfig(plugin, draft.config, String(told.message));
    if (savedId && told.ok)
      await noteOutcome(deps, savedId, { health: 'connected', last_error: null });
    return told.ok ? { ok: true, message: text } : { ok: false, message: text, error: text };
  } catch (error) {
    const { health, message } = troubleOf(error, plugin, draft.config);
    if (savedId) await noteOutcome(deps, savedId, { health, last_error: message });
    return { ok: false, message, error: message };
  }
}
