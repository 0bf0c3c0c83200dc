/** The connections of the outgoing client. Loaded at its first call: the library takes 8 MB that many never need. */
import { Agent } from 'undici';
import { makeConnector, type ResolveHost } from './connector.ts';
import type { PrivateHosts } from './private-hosts.ts';
import { maxBodyBytes } from './request.ts';

export function makeAgent(mayBePrivate: PrivateHosts, resolve?: ResolveHost): Agent {
  return new Agent({
    connect: makeConnector(mayBePrivate, resolve),
    maxResponseSize: maxBodyBytes,
    // The deadline of the call covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
