/** Where an answer sends its reader on to, as long as that is the same origin. */
import type { HttpAnswer } from '@stint/plugin';

/** Undefined if the answer is final, or for its caller to judge. */
export function redirectWithin(from: URL, method: string, answer: HttpAnswer): URL | undefined {
  const location = answer.headers.location;
  if (location === undefined || !isFollowed(method, answer.status)) return;
  const to = URL.parse(location, from.href);
  if (!to || to.origin !== from.origin || to.username !== '' || to.password !== '') return;
  return to;
}

// 307 and 308 keep method and body; what 301 to 303 make of a POST differs from client to client.
function isFollowed(method: string, status: number): boolean {
  if (status === 307 || status === 308) return true;
  return (method === 'GET' || method === 'HEAD') && status >= 301 && status <= 303;
}
