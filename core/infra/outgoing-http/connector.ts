/**
 * Opens connections to checked addresses only. It resolves a name once, refuses it if one of its
 * addresses is forbidden, and connects to those very addresses, so that a name that changes its
 * answer in between (DNS rebinding) gains nothing. TLS still checks the original name.
 */
import type { LookupAddress } from 'node:dns';
import { lookup as lookupHost } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './address.ts';
import { ERR_OUTGOING_ADDRESS_FORBIDDEN } from './errors.ts';
import type { PrivateHosts } from './private-hosts.ts';

/** All addresses of a name. */
export type ResolveHost = (host: string) => Promise<LookupAddress[]>;

const resolveBySystem: ResolveHost = (host) => lookupHost(host, { all: true });

export function makeConnector(
  mayBePrivate: PrivateHosts,
  resolve: ResolveHost = resolveBySystem,
): buildConnector.connector {
  const requirePermitted = (host: string, address: string) => {
    if (isPublicAddress(address) || mayBePrivate(host, address)) return;
    throw new ERR_OUTGOING_ADDRESS_FORBIDDEN(host);
  };
  const resolveChecked: ResolveHost = async (host) => {
    const found = await resolve(host);
    for (const { address } of found) requirePermitted(host, address);
    return found;
  };
  const connect = buildConnector({
    timeout: 10_000,
    // Later versions of HTTP have other limits and faults; one version is enough to know well.
    allowH2: false,
    // Node's quarter of a second is too short for a far server with more than one address.
    autoSelectFamilyAttemptTimeout: 1_000,
    lookup: asNodeLookup(resolveChecked),
  });

  return (options, callback) => {
    // Node looks up no host that is an address already.
    if (isIP(options.hostname) !== 0) {
      const host = isIP(options.hostname) === 6 ? `[${options.hostname}]` : options.hostname;
      try {
        requirePermitted(host, options.hostname);
      } catch (error) {
        callback(error as Error, null);
        return;
      }
    }
    connect(options, callback);
  };
}

function asNodeLookup(resolve: ResolveHost): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found;
        if (options.all || !first) callback(first ? null : notFound(host), found);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });
}
