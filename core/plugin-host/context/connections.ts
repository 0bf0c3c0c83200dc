/** `ctx.connections`: the links of users to the other side, rows of `integrations`. */
import {
  type Connection,
  type Manifest,
  NotReady,
  type PluginConnections,
  type SettingsSchemas,
} from '@stint/plugin';
import type { Knex } from 'knex';
import { splitSecrets } from '../../secrets/schema-secrets.ts';
import { noteConnectionTrouble } from '../connection-trouble.ts';
import { askSync } from '../connectors/ask-sync.ts';
import { ownerOfConnection } from '../connectors/owner-of-connection.ts';
import { findActiveRow, noteOutcome, type Outcome } from '../connectors/rows.ts';
import { troubleOf } from '../connectors/trouble.ts';
import { ERR_PLUGIN_UNDECLARED } from '../errors.ts';
import { clean } from '../fault.ts';
import type { HostDeps } from '../host-deps.ts';
import type { Oauth } from '../oauth/oauth.ts';
import type { SecretMemory } from '../secret-memory.ts';
import { containsFolded } from '../settings/contains-folded.ts';
import { openValues, saveValues, type Values, withDefaults } from '../settings/values.ts';

type Row = Connection & { config: Values };

const columns = ['id', 'user_id', 'config', 'is_active', 'health', 'last_sync_at', 'last_error'];
// Until then somebody has to do something, and asking again costs a look at one row.
const MENDED_AFTER_SECONDS = 900;
const anything = { type: 'object' };

export interface ConnectionOptions {
  manifest: Manifest;
  memory: SecretMemory;
  schemas?: SettingsSchemas;
  oauth?: Oauth;
}

export function makeConnections(
  { db, keys, clock }: HostDeps,
  { manifest: { id: provider }, memory, schemas = {}, oauth }: ConnectionOptions,
): PluginConnections {
  const { connection: schema = anything as never } = schemas;
  const select = (from: Knex = db) => from('integrations').where({ provider }).select(columns);

  async function open(row: Row | undefined): Promise<Connection | undefined> {
    if (!row) return undefined;
    const stored = await openValues(db, keys, ownerOfConnection(provider, row.id), row.config);
    const config = withDefaults(schema, stored);
    // From here on the plugin may say them.
    const { secrets } = splitSecrets(schema, config);
    memory.learn(Object.values(secrets).filter((secret) => secret !== null));
    const { id, user_id, is_active, health, last_sync_at, last_error } = row;
    return { id, user_id, config, is_active, health, last_sync_at, last_error };
  }

  const note = (id: number, outcome: Outcome) => noteOutcome({ db, clock }, id, outcome);

  return {
    find: async (id) => open(await select().where({ id }).first()),
    ofUser: async (user_id) => open(await select().where({ user_id }).first()),
    async listActive() {
      const rows: Row[] = await select().where({ is_active: true }).orderBy('id');
      return Promise.all(rows.map((row) => open(row) as Promise<Connection>));
    },
    async matching(like) {
      const rows: Row[] = await db('integrations as i')
        .join('users as u', 'u.id', 'i.user_id')
        .where({ 'i.provider': provider, 'i.is_active': true, 'u.active': true })
        .whereRaw(containsFolded('i.config'), [JSON.stringify(like)])
        .orderBy('i.id')
        .select('i.*');
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
    async attempt(id, work) {
      const row: Row | undefined = await findActiveRow(db, provider, id);
      const connection = await open(row);
      if (!connection) return undefined;
      const { health, last_error, config } = connection;
      // Whoever mends it finds the work still waiting.
      if (health === 'reconnect' || health === 'error')
        throw new NotReady(MENDED_AFTER_SECONDS, last_error ?? 'The connection has to be mended.');
      try {
        const result = await work(connection);
        if (health === 'degraded') await note(id, { health: 'connected', last_error: null });
        return result;
      } catch (error) {
        const trouble = troubleOf(error, { schema, secrets: memory }, config);
        await note(id, { health: trouble.health, last_error: trouble.message });
        if (trouble.isFinal) throw new NotReady(MENDED_AFTER_SECONDS, trouble.message);
        throw noteConnectionTrouble(error);
      }
    },
    async accessToken(id, options) {
      if (!oauth) throw new ERR_PLUGIN_UNDECLARED('access by', 'oauth');
      return oauth.accessToken(id, options);
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
