/** Brings saved settings of an older `settingsVersion` up to date, once, before the plugin sees them. */
import type { PluginDefinition } from '@stint/plugin';
import type { Knex } from 'knex';
import type { KeyRing } from '../../secrets/key-ring.ts';
import type { Found } from '../discover.ts';
import { ERR_PLUGIN_SETTINGS } from '../errors.ts';
import { ownerOf, scopeOf } from './store.ts';
import { openValues, saveValues, type Values } from './values.ts';

interface Row {
  user_id: number | null;
  settings_version: number;
  data: Values;
}

const anything = { type: 'object' };

/** All of them or none. @throws STINT_ERR_PLUGIN_SETTINGS when the saved ones are newer than the plugin */
export async function migrateSettings(
  { db, keys }: { db: Knex; keys: KeyRing },
  { id: plugin_id, package: found }: Found,
  definition: PluginDefinition,
): Promise<void> {
  const wanted = found?.stint.settingsVersion ?? 1;
  const isOther = () =>
    db('plugin_settings').where({ plugin_id }).whereNot({ settings_version: wanted });
  if (!(await isOther().first('plugin_id'))) return;
  await db.transaction(async (trx) => {
    const rows: Row[] = await isOther().transacting(trx).forUpdate();
    for (const { user_id, settings_version: version, data } of rows) {
      if (version > wanted)
        throw new ERR_PLUGIN_SETTINGS(
          `the saved ones are of version ${version}, the plugin of ${wanted}`,
        );
      const scope = scopeOf(user_id);
      const schema = definition.settings?.[scope] ?? anything;
      const owner = ownerOf(plugin_id, user_id);
      const saved = await openValues(trx, keys, owner, data);
      const input = definition.migrateSettings?.({ scope, version, data: saved }) ?? saved;
      const next = await saveValues(trx, keys, { owner, schema, before: data, input });
      await trx('plugin_settings')
        .where({ plugin_id, user_id })
        .update({ data: JSON.stringify(next), settings_version: wanted });
    }
  });
}
