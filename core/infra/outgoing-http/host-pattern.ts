/**
 * Patterns of hosts that may be called: `api.github.com`, `*.example.com` (not `example.com` itself),
 * `*`, or an address such as `http://127.0.0.1:4000`, of which the origin counts. A pattern says
 * nothing about where a host lies: a private address needs `PrivateHosts` too.
 */
import { isIP } from 'node:net';

export type HostPattern = (url: URL) => boolean;

/** What is no pattern matches nothing. */
export function readHostPattern(pattern: string): HostPattern {
  if (pattern === '*') return () => true;
  if (pattern.includes('://')) {
    const origin = URL.parse(pattern)?.origin;
    return (url) => url.origin === origin;
  }
  if (pattern.startsWith('*.')) {
    const parent = hostname(pattern.slice(2));
    return (url) => parent !== undefined && isBelow(url.hostname, parent);
  }
  const host = hostname(pattern);
  return (url) => url.hostname === host;
}

export function isHostPattern(pattern: string): boolean {
  return hostname(pattern.replace(/^\*\./, '')) !== undefined;
}

// Upper case, other alphabets and odd forms of addresses become what `URL.hostname` makes of them.
function hostname(text: string): string | undefined {
  if (!/^([\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])$/iu.test(text)) return;
  return URL.parse(`http://${text}`)?.hostname;
}

function isBelow(host: string, parent: string): boolean {
  return isIP(host) === 0 && host.endsWith(`.${parent}`);
}
