/**
 * OAuth 2 of one plugin while it runs: fetches, renews and revokes tokens. A token is renewed once for all
 * who need it, in this process and in others, and is kept before anybody gets it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AuthFailed, ConfigError, NotReady } from '@stint/plugin';
import { createOutgoingHttp, type OutgoingHttp } from '../../infra/outgoing-http/outgoing-http.ts';
import { listPrivateHosts } from '../../infra/outgoing-http/private-hosts.ts';
import { noteOutcome } from '../connectors/rows.ts';
import type { HostDeps } from '../host-deps.ts';
import type { SecretMemory } from '../secret-memory.ts';
import type { OauthClient } from './client.ts';
import { endLease, findGrant, type Grant, noteRefused, renewGrant, takeLease } from './grants.ts';
import { OauthRefusal, requestTokens, revokeToken, type Tokens } from './token-endpoint.ts';

const POLL_MS = 100;
const PATIENCE_MS = 20_000;
const RETRY_SECONDS = 5;
const CONNECT_AGAIN = 'The service gives no more access: connect again.';

export class Oauth {
  readonly client: OauthClient;
  readonly #deps: HostDeps;
  readonly #pluginId: string;
  readonly #memory: SecretMemory;
  readonly #http: OutgoingHttp;
  /** What is being fetched here, by connection and refused token: who asks meanwhile gets the same. */
  readonly #flights = new Map<string, Promise<string>>();

  constructor(deps: HostDeps, pluginId: string, client: OauthClient, memory: SecretMemory) {
    this.#deps = deps;
    this.#pluginId = pluginId;
    this.client = client;
    this.#memory = memory;
    const { tokenUrl, revocationUrl } = client;
    const origins = [tokenUrl, revocationUrl ?? tokenUrl].map((url) => new URL(url).origin);
    this.#http = createOutgoingHttp({
      allowedHosts: () => origins,
      allowPrivate: listPrivateHosts(deps.config.OUTGOING_ALLOW_PRIVATE),
      log: deps.log,
      onMetric: ({ outcome, seconds }) => deps.metrics.noteCall(pluginId, outcome, seconds),
    });
  }

  /** Waits for what is under way: a refresh token that was used and whose successor is lost ends the access. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#flights.values());
    await this.#http.close();
  }

  /** See `PluginConnections.accessToken`. */
  accessToken(id: number, { refused }: { refused?: string } = {}): Promise<string> {
    const key = `${id} ${refused ?? ''}`;
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const flight = this.#find(id, refused).finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  /** @throws OauthRefusal, NotReady, RateLimited */
  async exchange(code: string, verifier: string, redirect_uri: string): Promise<Tokens> {
    const parameters = { code, redirect_uri, code_verifier: verifier };
    return this.#request({ grant_type: 'authorization_code', ...parameters });
  }

  /** All that the service gave, by its refresh token where there is one. @throws where that is not sure */
  async revoke({ refresh_token, access_token }: Pick<Tokens, 'refresh_token' | 'access_token'>) {
    await revokeToken(this.#http, this.client, refresh_token ?? access_token);
  }

  async #find(id: number, refused: string | undefined): Promise<string> {
    const { db } = this.#deps;
    const lease = randomUUID();
    for (const endsAt = performance.now() + PATIENCE_MS; performance.now() < endsAt; ) {
      const grant = await this.#read(id);
      if (this.#isGood(grant, refused)) return grant.access_token;
      if (await takeLease(db, id, lease)) return this.#renew(id, refused, lease);
      await sleep(POLL_MS);
    }
    throw new NotReady(RETRY_SECONDS, 'The access is being renewed elsewhere.');
  }

  async #renew(id: number, refused: string | undefined, lease: string): Promise<string> {
    const { db } = this.#deps;
    try {
      // Whoever held the lease before may have done it.
      const grant = await this.#read(id);
      if (this.#isGood(grant, refused)) return grant.access_token;
      if (!grant.refresh_token) {
        if (isAlive(grant, this.#now(), refused)) return grant.access_token;
        return await this.#endAccess(id, CONNECT_AGAIN);
      }
      const tokens = await this.#refresh(id, grant, refused);
      if (!tokens) return grant.access_token;
      const isKept = await renewGrant(this.#deps, { pluginId: this.#pluginId, id, lease }, tokens);
      if (isKept) return tokens.access_token;
      // Somebody disconnected, or connected anew, meanwhile: nobody wants these.
      await this.revoke(tokens).catch(() => {});
      throw new NotReady(RETRY_SECONDS, 'The connection has changed.');
    } finally {
      await endLease(db, id, lease);
    }
  }

  /** Undefined where the service gives none now, and the one that there is lives on for a while. */
  async #refresh(
    id: number,
    grant: Grant,
    refused: string | undefined,
  ): Promise<Tokens | undefined> {
    try {
      const refresh_token = grant.refresh_token as string;
      const tokens = await this.#request({ grant_type: 'refresh_token', refresh_token });
      const missing = missingScopes(grant.scopes, tokens);
      if (missing.length > 0) await this.#endAccess(id, `No more access to: ${missing.join(' ')}.`);
      return tokens;
    } catch (error) {
      if (error instanceof OauthRefusal) {
        if (error.code === 'invalid_grant') await this.#endAccess(id, CONNECT_AGAIN);
        // Of this Stint's registration, which the person cannot mend.
        throw new ConfigError(`The service refuses: ${error.message}`);
      }
      if (!(error instanceof AuthFailed) && isAlive(grant, this.#now(), refused)) return undefined;
      throw error;
    }
  }

  async #request(parameters: Record<string, string>): Promise<Tokens> {
    const tokens = await requestTokens(this.#http, this.client, parameters);
    this.#learn(tokens);
    return tokens;
  }

  /** @throws AuthFailed where there is none to use */
  async #read(id: number): Promise<Grant> {
    const grant = await findGrant(this.#deps, this.#pluginId, id);
    if (!grant) throw new AuthFailed('Nobody is connected.');
    if (grant.refused_at) throw new AuthFailed(CONNECT_AGAIN);
    this.#learn(grant);
    return grant;
  }

  /** Told to the person, and not asked for again until they connect. */
  async #endAccess(id: number, message: string): Promise<never> {
    await noteRefused(this.#deps, id);
    await noteOutcome(this.#deps, id, { health: 'reconnect', last_error: message });
    throw new AuthFailed(message);
  }

  #isGood({ access_token, renew_at }: Grant, refused: string | undefined): boolean {
    return access_token !== refused && (renew_at === null || renew_at > this.#now());
  }

  #now(): Date {
    return this.#deps.clock.now();
  }

  /** From here on they may stand in a log, or in what the plugin says. */
  #learn({ access_token, refresh_token }: Pick<Tokens, 'access_token' | 'refresh_token'>): void {
    this.#memory.learn([access_token, refresh_token].filter((token) => token !== undefined));
  }
}

function isAlive({ access_token, expires_at }: Grant, now: Date, refused: string | undefined) {
  return access_token !== refused && (expires_at === null || expires_at > now);
}

/** Of those that were asked for. A reply that names none grants them all: RFC 6749, section 5.1. */
export function missingScopes(asked: readonly string[], { scopes }: Tokens): string[] {
  return scopes === undefined ? [] : asked.filter((scope) => !scopes.includes(scope));
}
