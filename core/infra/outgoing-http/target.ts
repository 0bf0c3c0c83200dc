/** The URL of a request: read strictly, and compared with the hosts that may be called. */
import { ERR_OUTGOING_HOST_NOT_ALLOWED, ERR_OUTGOING_URL_INVALID } from './errors.ts';
import { readHostPattern } from './host-pattern.ts';

/**
 * For whoever stores a URL to call later, too.
 * @throws STINT_ERR_OUTGOING_URL_INVALID
 */
export function readTarget(text: string): URL {
  const url = URL.parse(text);
  if (!url) throw new ERR_OUTGOING_URL_INVALID('it is not an absolute URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ERR_OUTGOING_URL_INVALID(`it starts with ${url.protocol}, not http: or https:`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new ERR_OUTGOING_URL_INVALID(`it holds a user name or password for ${url.hostname}`);
  }
  return url;
}

/** @throws STINT_ERR_OUTGOING_HOST_NOT_ALLOWED naming the host. */
export function requireAllowed(url: URL, patterns: readonly string[]): void {
  if (patterns.some((pattern) => readHostPattern(pattern)(url))) return;
  throw new ERR_OUTGOING_HOST_NOT_ALLOWED(url.host);
}
