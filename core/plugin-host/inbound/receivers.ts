/** Addresses of inbound webhooks: for each connection and each declared webhook one that nobody can guess. */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { runPrepared, type Statement } from '../../infra/prepared.ts';
import { type Sealed, selectSealed } from '../../secrets/store.ts';
import type { ActivePlugin } from '../connectors/active-plugin.ts';
import { ownerOfConnection } from '../connectors/owner-of-connection.ts';
import type { Row } from '../connectors/rows.ts';
import type { HostDeps } from '../host-deps.ts';
import { prefixOf } from '../mount.ts';

const ID_BYTES = 24;
export const DEFAULT_PATH = '/webhooks';

/** Where a delivery arrived, and whose it is. */
export interface Receiver {
  id: string;
  name: string;
  row: Row;
  /** Of the connection, still sealed. */
  secrets: Sealed[];
  /** False when nobody is connected. */
  is_active: boolean;
}

/** Makes the missing receivers of one connection, or of all. */
export async function provideReceivers(
  { db, clock }: Pick<HostDeps, 'db' | 'clock'>,
  { id: plugin_id, webhooks }: Pick<ActivePlugin, 'id' | 'webhooks'>,
  connection?: number,
): Promise<void> {
  for (const name of webhooks.keys()) {
    const without: number[] = await db('integrations as i')
      .where({ 'i.provider': plugin_id, ...(connection !== undefined && { 'i.id': connection }) })
      .whereNotExists(
        db('inbound_receivers as r')
          .where({ 'r.plugin_id': plugin_id, 'r.name': name })
          .whereRaw('r.integration_id = i.id'),
      )
      .pluck('i.id');
    const rows = without.map((integration_id) => {
      const id = randomBytes(ID_BYTES).toString('base64url');
      return { id, plugin_id, name, integration_id, created_at: clock.now() };
    });
    if (rows.length > 0) await db('inbound_receivers').insert(rows).onConflict().ignore();
  }
}

export async function listReceivers(
  { deps: { db }, id: plugin_id, webhooks }: ActivePlugin,
  integration_id: number,
  origin: string,
): Promise<{ name: string; url: string; steps?: string[] }[]> {
  const found: { id: string; name: string }[] = await db('inbound_receivers')
    .where({ plugin_id, integration_id })
    .orderBy('name');
  return found.flatMap(({ id, name }) => {
    const webhook = webhooks.get(name);
    const path = webhook?.path ?? DEFAULT_PATH;
    if (!webhook) return [];
    const url = `${origin}${prefixOf(plugin_id)}${path}/${id}`;
    const { steps } = webhook;
    return [{ name, url, ...(steps && { steps: [...steps] }) }];
  });
}

export async function findReceiver(
  db: Knex,
  plugin_id: string,
  id: string,
): Promise<Receiver | undefined> {
  return (await runPrepared<Receiver>(db, byId, [...ownersOf(plugin_id), id]))[0];
}

/** Those of the named connections, for a delivery that does not say which it is for. */
export async function findReceiversOf(
  db: Knex,
  plugin_id: string,
  name: string,
  connections: readonly number[],
): Promise<Receiver[]> {
  return runPrepared(db, byConnection, [...ownersOf(plugin_id), name, connections]);
}

const ownersOf = (plugin_id: string) => [plugin_id, ownerOfConnection(plugin_id, '')];

// The secrets with it and not after it: a service waits for the answer, and each way to the database counts.
const receivers = `SELECT r.id, r.name, i.is_active AND u.active AS is_active, to_jsonb(i) AS row,
    ${selectSealed('$2::text || i.id')} AS secrets
  FROM inbound_receivers r JOIN integrations i ON i.id = r.integration_id JOIN users u ON u.id = i.user_id
  WHERE r.plugin_id = $1`;

const byId: Statement = { name: 'receiver_by_id', text: `${receivers} AND r.id = $3` };

const byConnection: Statement = {
  name: 'receivers_of_connections',
  text: `${receivers} AND r.name = $3 AND r.integration_id = ANY($4) ORDER BY r.integration_id`,
};
