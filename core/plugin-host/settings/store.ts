/** A plugin's settings, for the instance (`user_id` null) and for each user. */
import type { SettingsSchemas } from '@stint/plugin';
import type { Knex } from 'knex';
import type { Context } from '../../infra/context.ts';
import { inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import type { KeyRing } from '../../secrets/key-ring.ts';
import type { Plugin } from '../plugin.ts';
import { checkValues, maskValues, openValues, saveValues, type Values } from './values.ts';

const empty = { type: 'object', properties: {}, additionalProperties: false };

interface Row {
  data: Values;
  settings_version: number;
}

export function ownerOf(pluginId: string, userId: number | null): string {
  return `plugin:${pluginId}:${userId === null ? 'instance' : `user:${userId}`}`;
}

export function scopeOf(userId: number | null): keyof SettingsSchemas {
  return userId === null ? 'instance' : 'user';
}

async function readRow(db: Knex, plugin_id: string, user_id: number | null): Promise<Row> {
  const row: Row | undefined = await db('plugin_settings')
    .where({ plugin_id, user_id })
    .first('data', 'settings_version');
  return row ?? { data: {}, settings_version: 1 };
}

/** With secrets in clear and defaults filled in: for the plugin itself. */
export async function readSettings(
  { db, keys }: { db: Knex; keys: KeyRing },
  pluginId: string,
  schema: object = empty,
  userId: number | null,
): Promise<Values> {
  const { data } = await readRow(db, pluginId, userId);
  const values = await openValues(db, keys, ownerOf(pluginId, userId), data);
  try {
    return checkValues(schema, values);
  } catch {
    // Nobody has set what is required: the plugin sees what there is, and says `needs_config`.
    return values;
  }
}

export interface ShownSettings {
  schema: object;
  values: Values;
}

/** As people see them. */
export async function showSettings(
  { db }: Context,
  plugin: Plugin,
  userId: number | null,
): Promise<ShownSettings> {
  const schema = plugin.settingsSchema(scopeOf(userId)) ?? empty;
  const { data } = await readRow(db, plugin.id, userId);
  return { schema, values: await maskValues(db, schema, ownerOf(plugin.id, userId), data) };
}

/** @throws STINT_ERR_PLUGIN_SETTINGS */
export async function saveSettings(
  context: Context,
  keys: KeyRing,
  plugin: Plugin,
  userId: number | null,
  input: Values,
): Promise<void> {
  const schema = plugin.settingsSchema(scopeOf(userId)) ?? empty;
  await inTransaction(context, async (context) => {
    const { db, clock } = context;
    const { data: before } = await readRow(db, plugin.id, userId);
    const owner = ownerOf(plugin.id, userId);
    const data = await saveValues(db, keys, { owner, schema, before, input });
    const row = {
      data: JSON.stringify(data),
      settings_version: plugin.found.package?.stint.settingsVersion ?? 1,
      updated_at: clock.now(),
    };
    await db('plugin_settings')
      .insert({ plugin_id: plugin.id, user_id: userId, ...row })
      .onConflict(['plugin_id', 'user_id'])
      .merge({ ...row, version: db.raw('plugin_settings.version + 1') });
    await recordAudit(context, {
      action: 'plugin.settings_changed',
      entity: 'plugin',
      entity_id: null,
      changes: { plugin: plugin.id, user_id: userId, before, after: data },
    });
  });
}
