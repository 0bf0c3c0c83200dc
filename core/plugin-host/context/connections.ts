/** `ctx.connections`: the links of users to the other side, rows of `integrations`. */
import type { Connection, Manifest, PluginConnections, SettingsSchemas } from '@stint/plugin';
import type { Knex } from 'knex';
import { splitSecrets } from '../../secrets/schema-secrets.ts';
import { askSync } from '../connectors/ask-sync.ts';
import { ownerOfConnection } from '../connectors/owner-of-connection.ts';
import { clean } from '../fault.ts';
import type { HostDeps } from '../host-deps.ts';
import type { SecretMemory } from '../secret-memory.ts';
import { openValues, saveValues, type Values, withDefaults } from '../settings/values.ts';

type Row = Connection & { config: Values };

const columns = ['id', 'user_id', 'config', 'is_active', 'health', 'last_sync_at', 'last_error'];
const anything = { type: 'object' };

export function makeConnections(
  { db, keys, clock }: HostDeps,
  { id: provider }: Manifest,
  memory: SecretMemory,
  { connection: schema = anything as never }: SettingsSchemas = {},
): PluginConnections {
  const select = (from: Knex = db) => from('integrations').where({ provider }).select(columns);

  async function open(row: Row | undefined): Promise<Connection | undefined> {
    if (!row) return undefined;
    const stored = await openValues(db, keys, ownerOfConnection(provider, row.id), row.config);
    const config = withDefaults(schema, stored);
    // From here on the plugin may say them.
    const { secrets } = splitSecrets(schema, config);
    memory.learn(Object.values(secrets).filter((secret) => secret !== null));
    return { ...row, config };
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
    async sync(id) {
      await askSync({ db, clock }, provider, id);
    },
    async setHealth(id, health, error) {
      await db('integrations')
        .where({ id, provider })
        .update({
          health,
          last_error: error === undefined ? null : clean(memory.redact(error)),
          updated_at: clock.now(),
        });
    },
  };
}
