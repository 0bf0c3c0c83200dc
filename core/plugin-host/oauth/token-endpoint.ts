/** Requests to a service's token and revocation endpoints, as RFC 6749, 7636 and 7009 have them. */
import { type HttpAnswer, NotReady } from '@stint/plugin';
import type { OutgoingHttp } from '../../infra/outgoing-http/outgoing-http.ts';
import type { OauthClient } from './client.ts';

export interface Tokens {
  access_token: string;
  refresh_token?: string;
  /** Seconds. */
  expires_in?: number;
  /** What was granted; absent where it is what was asked for. */
  scopes?: string[];
}

/** The endpoint says no, with a code of RFC 6749, section 5.2. */
export class OauthRefusal extends Error {
  readonly code: string;
  constructor(code: string, description?: unknown) {
    super(
      typeof description === 'string' && description !== '' ? `${code} (${description})` : code,
    );
    this.code = code;
  }
}

const RETRY_SECONDS = 30;

/** @throws OauthRefusal; NotReady or RateLimited where asking later may help */
export async function requestTokens(
  http: Pick<OutgoingHttp, 'fetch'>,
  client: OauthClient,
  parameters: Record<string, string>,
): Promise<Tokens> {
  const answer = await post(http, client, client.tokenUrl, parameters);
  const said = readObject(answer);
  if (typeof said.error === 'string') throw new OauthRefusal(said.error, said.error_description);
  if (answer.status !== 200 || typeof said.access_token !== 'string' || said.access_token === '')
    throw new NotReady(RETRY_SECONDS, `The token endpoint answered ${answer.status} and no token.`);
  if (typeof said.token_type === 'string' && said.token_type.toLowerCase() !== 'bearer')
    throw new OauthRefusal('unsupported_token_type', said.token_type);
  const seconds = Number(said.expires_in);
  return {
    access_token: said.access_token,
    ...(typeof said.refresh_token === 'string' && { refresh_token: said.refresh_token }),
    ...(seconds > 0 && { expires_in: seconds }),
    ...(typeof said.scope === 'string' && { scopes: said.scope.split(' ').filter(Boolean) }),
  };
}

/** @throws Error where the service did not say that the token is revoked */
export async function revokeToken(
  http: Pick<OutgoingHttp, 'fetch'>,
  client: OauthClient,
  token: string,
): Promise<void> {
  if (!client.revocationUrl) return;
  const { status } = await post(http, client, client.revocationUrl, { token });
  // One that is not valid any more is answered 200, or by some 400: either way it is worth nothing.
  if (status !== 200 && status !== 400)
    throw new Error(`The service answered ${status} to the revocation: revoke the access there.`);
}

function post(
  http: Pick<OutgoingHttp, 'fetch'>,
  { id = '', secret, sendsSecretAs }: OauthClient,
  url: string,
  parameters: Record<string, string>,
): Promise<HttpAnswer> {
  const isInHeader = secret !== undefined && sendsSecretAs === 'basic';
  const body = new URLSearchParams({
    ...parameters,
    ...(!isInHeader && { client_id: id }),
    ...(!isInHeader && secret !== undefined && { client_secret: secret }),
  });
  return http.fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...(isInHeader && { authorization: `Basic ${encodeBasic(id, secret)}` }),
    },
    body: body.toString(),
  });
}

/** Both are form-encoded first: RFC 6749, section 2.3.1. */
function encodeBasic(id: string, secret: string): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64');
}

function readObject(answer: HttpAnswer): Record<string, unknown> {
  try {
    return answer.json<Record<string, unknown> | null>() ?? {};
  } catch {
    return {};
  }
}
