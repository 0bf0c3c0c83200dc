/** Sends somebody to the service that they want to connect: what comes back has to belong to this attempt, this session and this person. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hashSecret, newSecret } from '../../auth/secrets.ts';
import type { Context } from '../../infra/context.ts';
import type { OauthClient } from './client.ts';
import { ERR_OAUTH_NOT_CONFIGURED } from './errors.ts';

const ATTEMPT_MS = 600_000;

export interface Beginning {
  pluginId: string;
  client: OauthClient;
  /** The secret of the session. */
  session: string;
  /** Where people reach this server: `https://stint.example` */
  origin: string;
  /** A path of the web app, for afterwards. */
  returnTo: string;
}

/** @returns where to go. @throws STINT_ERR_OAUTH_NOT_CONFIGURED */
export async function beginConnecting(
  { db, clock, actor }: Context,
  { pluginId, client, session, origin, returnTo }: Beginning,
): Promise<string> {
  if (!client.id) throw new ERR_OAUTH_NOT_CONFIGURED(client.missing.join(' and '));
  const state = newSecret();
  const nonce = randomBytes(32);
  const redirect_uri = origin + client.address + client.callbackPath;
  await db('oauth_attempts').insert({
    state_hash: hashSecret(state),
    session_hash: hashSecret(session),
    nonce,
    plugin_id: pluginId,
    user_id: actor.user_id,
    redirect_uri,
    return_to: returnTo,
    expires_at: new Date(clock.now().getTime() + ATTEMPT_MS),
  });
  const url = new URL(client.authorizationUrl);
  const parameters = {
    ...client.authorizationParameters,
    response_type: 'code',
    client_id: client.id,
    redirect_uri,
    ...(client.scopes.length > 0 && { scope: client.scopes.join(' ') }),
    state,
    code_challenge: createHash('sha256').update(verifierOf(state, nonce)).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** The code verifier of RFC 7636: whoever reads the database lacks the state, whoever reads the address the nonce. */
export function verifierOf(state: string, nonce: Buffer): string {
  return createHmac('sha256', nonce).update(state).digest('base64url');
}
