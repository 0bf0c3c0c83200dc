/** `ctx.connections`: the links of users to the other side, rows of `integrations`. */
import type { Connection, Manifest, PluginConnections, SettingsSchemas } from '@stint/plugin';
import type { Knex } from 'knex';
import type { HostDeps } from '../host-deps.ts';
import { openValues, saveValues, type Values } from '../settings/values.ts';

type Row = Connection & { config: Values };

const columns = ['id', 'user_id', 'config', 'is_active', 'health', 'last_sync_at', 'last_error'];
const anything = { type: 'object' };

export function ownerOfConnection(pluginId: string, id: number): string {
  return `plugin:${pluginId}:connection:${id}`;
}

export function makeConnections(
  { db, keys, clock }: HostDeps,
  { id: provider }: Manifest,
  { connection: schema = anything as never }: SettingsSchemas = {},
): PluginConnections {
  const select = (from: Knex = db) => from('integrations').where({ provider }).select(columns);

  async function open(row: Row | undefined): Promise<Connection | undefined> {
    if (!row) return undefined;
    return {
      ...row,
      config: await openValues(db, keys, ownerOfConnection(provider, row.id), row.config),
    };
  }

  return {
    find: async (id) => open(await select().where({ id }).first()),
    ofUser: async (user_id) => open(await select().where({ user_id }).first()),
    async listActive() {
      const rows: Row[] = await select().where({ is_active: true }).orderBy('id');
      return Promise.all(rows.map((row) => open(row) as Promise<Connection>));
    },
    async update(id, changes) {
      await db.transaction(async (trx) => {
        const row: Row | undefined = await select(trx).where({ id }).forUpdate().first();
        if (!row) return;
        const change = {
          owner: ownerOfConnection(provider, id),
          schema,
          before: row.config,
          input: { ...row.config, ...changes },
        };
        const config = await saveValues(trx, keys, change);
        await trx('integrations')
          .where({ id })
          .update({ config: JSON.stringify(config), updated_at: clock.now() });
      });
    },
    async setHealth(id, health, error) {
      await db('integrations')
        .where({ id, provider })
        .update({
          health,
          last_error: error?.slice(0, 1000) ?? null,
          updated_at: clock.now(),
        });
    },
  };
}
