/** `ctx.kv`: small things to remember. */
import type { PluginKv } from '@stint/plugin';
import type { Knex } from 'knex';
import { ERR_PLUGIN_PAYLOAD } from '../errors.ts';

const MAX_BYTES = 65_536;

export function makeKv(db: Knex, plugin_id: string): PluginKv {
  return {
    async get<T>(key: string) {
      const row = await db('plugin_kv').where({ plugin_id, key }).first('value');
      return row?.value as T | undefined;
    },
    async set(key, value) {
      const text = JSON.stringify(value);
      if (text === undefined || text.length > MAX_BYTES)
        throw new ERR_PLUGIN_PAYLOAD(`the key ${key}`, `not JSON of at most ${MAX_BYTES} bytes`);
      await db('plugin_kv')
        .insert({ plugin_id, key, value: text })
        .onConflict(['plugin_id', 'key'])
        .merge({ value: text, updated_at: db.fn.now() });
    },
    async delete(key) {
      await db('plugin_kv').where({ plugin_id, key }).delete();
    },
  };
}
