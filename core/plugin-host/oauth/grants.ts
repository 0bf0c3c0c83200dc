/** What people granted: a row for each connection, its tokens apart as secrets. The only code that reads and writes them. */
import type { Knex } from 'knex';
import type { KeyRing } from '../../secrets/key-ring.ts';
import { deleteSecrets, readSecrets, writeSecret } from '../../secrets/store.ts';
import type { HostDeps } from '../host-deps.ts';
import type { Tokens } from './token-endpoint.ts';

export interface Grant {
  integration_id: number;
  scopes: string[];
  expires_at: Date | null;
  renew_at: Date | null;
  refused_at: Date | null;
  access_token: string;
  refresh_token?: string;
}

type Deps = Pick<HostDeps, 'db' | 'clock' | 'keys'>;

// A token that is about to expire is renewed before it is used: as early as this, or at half its life.
const EARLY_MS = 300_000;

/** Under which name the tokens of a connection are kept: apart from what its settings hold. */
function ownerOfTokens(pluginId: string, id: number): string {
  return `plugin:${pluginId}:oauth:${id}`;
}

/** Undefined where nobody is connected: never was, is no more, or left. */
export async function findGrant(
  { db, keys }: { db: Knex; keys: KeyRing },
  pluginId: string,
  id: number,
): Promise<Grant | undefined> {
  const row = await db('oauth_grants as g')
    .join('integrations as i', 'i.id', 'g.integration_id')
    .join('users as u', 'u.id', 'i.user_id')
    .where({ 'i.id': id, 'i.provider': pluginId, 'i.is_active': true, 'u.active': true })
    .first('g.*');
  if (!row) return undefined;
  const secrets = await readSecrets(db, keys, ownerOfTokens(pluginId, id));
  return {
    ...row,
    access_token: secrets['/access_token'] ?? '',
    refresh_token: secrets['/refresh_token'],
  };
}

/** In place of what the connection had. Call it in a transaction. */
export async function putGrant(
  { db, clock, keys }: Deps,
  { pluginId, id, scopes }: { pluginId: string; id: number; scopes: readonly string[] },
  tokens: Tokens,
): Promise<void> {
  await deleteSecrets(db, ownerOfTokens(pluginId, id));
  const row = {
    plugin_id: pluginId,
    scopes: [...scopes],
    ...lifeOf(clock.now(), tokens),
    refused_at: null,
    lease: null,
    leased_until: null,
    granted_at: clock.now(),
  };
  await db('oauth_grants')
    .insert({ integration_id: id, ...row })
    .onConflict('integration_id')
    .merge(row);
  await writeTokens({ db, keys }, pluginId, id, tokens);
}

/** What the holder of the lease has fetched. False where the lease is another's by now, or the grant is gone. */
export async function renewGrant(
  { db, clock, keys }: Deps,
  { pluginId, id, lease }: { pluginId: string; id: number; lease: string },
  tokens: Tokens,
): Promise<boolean> {
  return db.transaction(async (trx) => {
    const held = await trx('oauth_grants')
      .where({ integration_id: id, lease })
      .update({ ...lifeOf(clock.now(), tokens), lease: null, leased_until: null });
    if (held > 0) await writeTokens({ db: trx, keys }, pluginId, id, tokens);
    return held > 0;
  });
}

export async function deleteGrant(db: Knex, pluginId: string, id: number): Promise<void> {
  await db('oauth_grants').where({ integration_id: id }).delete();
  await deleteSecrets(db, ownerOfTokens(pluginId, id));
}

/** Only the person can help: nothing is asked of the service until they connect again. */
export async function noteRefused({ db, clock }: Deps, id: number): Promise<void> {
  await db('oauth_grants').where({ integration_id: id }).update({ refused_at: clock.now() });
}

const LEASE_SECONDS = 30;

/** True for one at a time, of all processes. By the clock of the database, which all of them share. */
export async function takeLease(db: Knex, id: number, lease: string): Promise<boolean> {
  const taken = await db('oauth_grants')
    .where({ integration_id: id })
    .where((free) => free.whereNull('leased_until').orWhere('leased_until', '<', db.fn.now()))
    .update({ lease, leased_until: db.raw('now() + make_interval(secs => ?)', [LEASE_SECONDS]) });
  return taken > 0;
}

export async function endLease(db: Knex, id: number, lease: string): Promise<void> {
  await db('oauth_grants')
    .where({ integration_id: id, lease })
    .update({ lease: null, leased_until: null });
}

function lifeOf(now: Date, { expires_in }: Tokens) {
  if (expires_in === undefined) return { expires_at: null, renew_at: null };
  const ms = expires_in * 1000;
  const at = now.getTime() + ms;
  return { expires_at: new Date(at), renew_at: new Date(at - Math.min(EARLY_MS, ms / 2)) };
}

/** A reply without a refresh token leaves the one that there is. */
async function writeTokens(
  { db, keys }: { db: Knex; keys: KeyRing },
  pluginId: string,
  id: number,
  { access_token, refresh_token }: Tokens,
): Promise<void> {
  const owner = ownerOfTokens(pluginId, id);
  await writeSecret(db, keys, owner, '/access_token', access_token);
  if (refresh_token) await writeSecret(db, keys, owner, '/refresh_token', refresh_token);
}
