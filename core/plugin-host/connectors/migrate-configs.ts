/**
 * Brings the settings of connections up to date when a plugin's `settingsVersion` grows. Each by
 * itself: one that cannot be is shown to its user, and the others go on.
 */
import { openValues, saveValues } from '../settings/values.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import { noteOutcome, type Row } from './rows.ts';
import { troubleOf } from './trouble.ts';

export async function migrateConfigs(plugin: ActivePlugin): Promise<void> {
  const { deps, id: provider, settingsVersion } = plugin;
  const old: number[] = await deps
    .db('integrations')
    .where({ provider })
    .whereNot({ settings_version: settingsVersion })
    .pluck('id');
  for (const id of old) {
    await migrateConfig(plugin, id).catch(async (error) => {
      const { message } = troubleOf(error, plugin, {});
      deps.log.warn({ plugin: provider, connection: id }, `settings stay as they are: ${message}`);
      await noteOutcome(deps, id, { health: 'error', last_error: message });
    });
  }
}

async function migrateConfig(plugin: ActivePlugin, id: number): Promise<void> {
  const { deps, definition, schema, settingsVersion } = plugin;
  await deps.db.transaction(async (db) => {
    const row: Row = await db('integrations').where({ id }).forUpdate().first();
    const { settings_version: version, config: before, is_active } = row;
    // Another process was first.
    if (version === settingsVersion) return;
    if (version > settingsVersion)
      throw new Error(`They are of version ${version}, the plugin of ${settingsVersion}.`);
    const owner = ownerOfConnection(plugin.id, id);
    const data = await openValues(db, deps.keys, owner, before);
    const input = definition.migrateSettings?.({ scope: 'connection', version, data }) ?? data;
    // Of somebody who disconnected the secrets are gone: it need not be complete. Where OAuth 2 connects,
    // settings and their secrets are there before.
    const config =
      is_active || plugin.oauth
        ? await saveValues(db, deps.keys, { owner, schema, before, input })
        : input;
    await db('integrations')
      .where({ id })
      .update({ config: JSON.stringify(config), settings_version: settingsVersion });
  });
}
