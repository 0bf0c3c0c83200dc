/** Rows of `integrations`: one for each user and provider. A row is configured while it is active. */
import type { Connection, Health } from '@stint/plugin';
import type { Knex } from 'knex';
import { mergeSecrets, splitSecrets } from '../../secrets/schema-secrets.ts';
import { readSecrets } from '../../secrets/store.ts';
import type { HostDeps } from '../host-deps.ts';
import { type Values, withDefaults } from '../settings/values.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { ownerOfConnection } from './owner-of-connection.ts';
import type { SyncState } from './schema.ts';

export interface Row extends Connection {
  provider: string;
  config: Values;
  sync: SyncState | null;
  version: number;
  settings_version: number;
}

export async function findRow(
  db: Knex,
  provider: string,
  user_id: number,
): Promise<Row | undefined> {
  return db('integrations').where({ provider, user_id }).first();
}

/** The row, unless nobody is connected: missing, switched off, or of somebody who left. */
export async function findActiveRow(
  db: Knex,
  provider: string,
  id: number,
): Promise<Row | undefined> {
  return db('integrations as i')
    .join('users as u', 'u.id', 'i.user_id')
    .where({ 'i.provider': provider, 'i.id': id, 'i.is_active': true, 'u.active': true })
    .first('i.*');
}

/** For the plugin: with secrets in clear. */
export async function openRow(plugin: ActivePlugin, row: Row): Promise<Connection> {
  const { db, keys } = plugin.deps;
  return openRowWith(
    plugin,
    row,
    await readSecrets(db, keys, ownerOfConnection(plugin.id, row.id)),
  );
}

/** The same where the secrets were read already. @param own by path, in clear */
export function openRowWith(
  plugin: ActivePlugin,
  { id, user_id, is_active, health, last_sync_at, last_error, ...row }: Row,
  own: Record<string, string>,
): Connection {
  const config = withDefaults(plugin.schema, mergeSecrets(row.config, own));
  const { secrets } = splitSecrets(plugin.schema, config);
  plugin.secrets.learn(Object.values(secrets).filter((secret) => secret !== null));
  return { id, user_id, config, is_active, health, last_sync_at, last_error };
}

export interface Outcome {
  health: Health;
  last_error?: string | null;
  last_sync_at?: Date;
  sync?: SyncState;
}

/** Notes what became of it; a row that was switched off meanwhile stays as it is. */
export async function noteOutcome(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  id: number,
  { sync, ...outcome }: Partial<Outcome>,
): Promise<void> {
  await db('integrations')
    .where({ id, is_active: true })
    .update({
      ...outcome,
      ...(sync && { sync: JSON.stringify(sync) }),
      updated_at: clock.now(),
    });
}
