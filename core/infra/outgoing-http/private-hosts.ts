/**
 * The self-hoster's list of hosts that may be called although they are not on the public internet
 * (`OUTGOING_ALLOW_PRIVATE`): hosts, addresses and networks. It adds no host to those that a plugin
 * may call.
 */
import { isInNetwork, readNetwork } from './address.ts';
import { isHostPattern, readHostPattern } from './host-pattern.ts';

export type PrivateHosts = (host: string, address: string) => boolean;

/** @example listPrivateHosts('gitlab.lan, 10.0.0.0/8') // ['gitlab.lan', '10.0.0.0/8'] */
export function listPrivateHosts(text = ''): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

export function isPrivateHostList(text: string): boolean {
  return listPrivateHosts(text).every(
    (entry) => readNetwork(entry) !== undefined || isHostPattern(entry),
  );
}

/** A host on the list may have any address, an address on it any name. */
export function readPrivateHosts(entries: readonly string[]): PrivateHosts {
  const networks = entries.flatMap((entry) => {
    const network = readNetwork(entry);
    return network ? [network] : [];
  });
  const names = entries.filter(isHostPattern).map(readHostPattern);
  return (host, address) => {
    if (networks.some((network) => isInNetwork(address, network))) return true;
    const url = URL.parse(`http://${host}`);
    return url !== null && names.some((matches) => matches(url));
  };
}
