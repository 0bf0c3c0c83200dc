/** Takes in somebody who comes back from the service: the code becomes tokens, and the connection is there. */
import { timingSafeEqual } from 'node:crypto';
import { hashSecret } from '../../auth/secrets.ts';
import { type Context, inTransaction } from '../../infra/context.ts';
import { recordAudit } from '../../infra/record-audit.ts';
import type { ActivePlugin } from '../connectors/active-plugin.ts';
import { connectRow } from '../connectors/connect.ts';
import type { Row } from '../connectors/rows.ts';
import { provideReceivers } from '../inbound/receivers.ts';
import { withDefaults } from '../settings/values.ts';
import { verifierOf } from './begin.ts';
import { ERR_OAUTH_DENIED, ERR_OAUTH_FAILED, ERR_OAUTH_SCOPES, ERR_OAUTH_STATE } from './errors.ts';
import { putGrant } from './grants.ts';
import { missingScopes, type Oauth } from './oauth.ts';
import type { Tokens } from './token-endpoint.ts';

export interface Attempt {
  state: string;
  nonce: Buffer;
  redirect_uri: string;
  return_to: string;
}

/**
 * The attempt, which is over with this: a state is good for one return, whatever comes of it.
 * @throws STINT_ERR_OAUTH_STATE for one that is unknown, used, too old, or somebody else's
 */
export async function takeAttempt(
  { db, clock, actor }: Context,
  pluginId: string,
  state = '',
  session = '',
): Promise<Attempt> {
  const [row] = await db('oauth_attempts')
    .where({ state_hash: hashSecret(state), plugin_id: pluginId })
    .delete()
    .returning('*');
  const isOwn =
    row?.user_id === actor.user_id && timingSafeEqual(row.session_hash, hashSecret(session));
  if (!isOwn || row.expires_at <= clock.now()) throw new ERR_OAUTH_STATE();
  return { ...row, state };
}

export interface Returned {
  code?: string;
  /** RFC 6749, section 4.1.2.1. */
  error?: string;
  error_description?: string;
}

/** @throws STINT_ERR_OAUTH_DENIED, STINT_ERR_OAUTH_FAILED, STINT_ERR_OAUTH_SCOPES */
export async function finishConnecting(
  context: Context,
  plugin: ActivePlugin & { oauth: Oauth },
  attempt: Attempt,
  { code, error, error_description }: Returned,
): Promise<void> {
  const { oauth } = plugin;
  if (error === 'access_denied') throw new ERR_OAUTH_DENIED();
  if (error || !code)
    throw new ERR_OAUTH_FAILED([error ?? 'no code', error_description].filter(Boolean).join(': '));
  const tokens = await exchange(oauth, attempt, code);
  const missing = missingScopes(oauth.client.scopes, tokens);
  if (missing.length > 0) {
    await oauth.revoke(tokens).catch(() => {});
    throw new ERR_OAUTH_SCOPES(missing.join(' '));
  }
  await connectWith(context, plugin, tokens);
}

/** The person who acts is connected by these tokens. @returns the connection's id */
export async function connectWith(
  context: Context,
  plugin: ActivePlugin & { oauth: Oauth },
  tokens: Tokens,
): Promise<number> {
  const row = await saveConnection(context, plugin, tokens);
  await connectRow(plugin, row);
  return row.id;
}

async function exchange(oauth: Oauth, attempt: Attempt, code: string): Promise<Tokens> {
  const { state, nonce, redirect_uri } = attempt;
  try {
    return await oauth.exchange(code, verifierOf(state, nonce), redirect_uri);
  } catch (error) {
    throw new ERR_OAUTH_FAILED((error as Error).message);
  }
}

/** With the settings that are kept from before, or the defaults: the plugin says at the connecting what it lacks. */
function saveConnection(context: Context, plugin: ActivePlugin & { oauth: Oauth }, tokens: Tokens) {
  const { id: provider, deps, schema, oauth, settingsVersion } = plugin;
  return inTransaction(context, async (context) => {
    const { db, clock, actor } = context;
    const who = { provider, user_id: actor.user_id };
    await db('integrations')
      .insert({ ...who, is_active: false, created_at: clock.now(), updated_at: clock.now() })
      .onConflict()
      .ignore();
    const row: Row = await db('integrations').where(who).forUpdate().first();
    const [active]: Row[] = await db('integrations')
      .where({ id: row.id })
      .update({
        config: JSON.stringify(withDefaults(schema, row.config)),
        is_active: true,
        health: 'connected',
        last_error: null,
        version: row.version + 1,
        settings_version: settingsVersion,
        updated_at: clock.now(),
      })
      .returning('*');
    const { scopes } = oauth.client;
    await putGrant(
      { db, clock, keys: deps.keys },
      { pluginId: provider, id: row.id, scopes },
      tokens,
    );
    await provideReceivers({ db, clock }, plugin, row.id);
    await recordAudit(context, {
      action: 'connection.granted',
      entity: 'integration',
      entity_id: row.id,
      changes: { provider, scopes },
    });
    return active as Row;
  });
}
