/** Stint as a client of one service: what the manifest says of the service, and what the configuration says of both. */
import { ConfigError, type Manifest } from '@stint/plugin';
import type { Config } from '../../config.ts';
import { prefixOf } from '../mount.ts';

export interface OauthClient {
  /** What this Stint is called there; absent until it is configured. */
  id?: string;
  secret?: string;
  sendsSecretAs: 'body' | 'basic';
  authorizationUrl: string;
  tokenUrl: string;
  revocationUrl?: string;
  scopes: readonly string[];
  authorizationParameters: Readonly<Record<string, string>>;
  /** Below the plugin's prefix. */
  connectPath: string;
  callbackPath: string;
  /** Under which both are known outside: the plugin's prefix, or its alias. */
  address: string;
  /** Variables that are missing. */
  missing: readonly string[];
}

/** Undefined for a plugin without OAuth. @throws ConfigError naming the variable that is no address */
export function readOauthClient(
  { id, oauth, aliases = [] }: Manifest,
  { oauthVariables }: Pick<Config, 'oauthVariables'>,
): OauthClient | undefined {
  if (!oauth) return undefined;
  const prefix = oauth.environment ?? id.toUpperCase();
  const read = (name: string) => oauthVariables[`${prefix}_${name}`];
  const readUrl = (name: string, declared: string) => {
    const url = read(name) ?? declared;
    if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
    throw new ConfigError(`${prefix}_${name} is no address: ${url}`);
  };
  const revocationUrl = read('REVOCATION_URL') ?? oauth.revocationUrl;
  return {
    id: read('CLIENT_ID'),
    secret: read('CLIENT_SECRET'),
    sendsSecretAs: oauth.clientAuthentication ?? 'body',
    authorizationUrl: readUrl('AUTHORIZATION_URL', oauth.authorizationUrl),
    tokenUrl: readUrl('TOKEN_URL', oauth.tokenUrl),
    ...(revocationUrl && { revocationUrl: readUrl('REVOCATION_URL', revocationUrl) }),
    scopes: oauth.scopes,
    authorizationParameters: oauth.authorizationParameters ?? {},
    connectPath: oauth.connectPath ?? '/oauth/connect',
    callbackPath: oauth.callbackPath ?? '/oauth/callback',
    address: aliases[0] ?? prefixOf(id),
    missing: ['CLIENT_ID', 'CLIENT_SECRET']
      .filter((name) => !read(name))
      .map((name) => `${prefix}_${name}`),
  };
}
