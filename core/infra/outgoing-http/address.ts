/**
 * Which addresses are on the public internet. It knows no names: a name is resolved first, by the
 * connector, and each of its addresses is judged here. What it cannot read counts as not public.
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

// https://www.iana.org/assignments/ipv6-address-space: the only block of global unicast. What lies
// outside (IPv4-compatible addresses, for instance) is not all known to ipaddr.js.
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** @example isPublicAddress('127.0.0.1') // false */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast);
}

/** An address or a network such as `10.0.0.0/8`; undefined if it is neither. */
export function readNetwork(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  const [address = '', bits, ...rest] = text.replace(/^\[(.*)\]$/, '$1').split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return;
  const most = family === 4 ? 32 : 128;
  const length = bits === undefined ? most : Number(bits);
  return length <= most ? [ipaddr.parse(address), length] : undefined;
}

export function isInNetwork(
  address: string,
  [network, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number],
): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}
