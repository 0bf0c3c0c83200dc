/** What pg says where a connection ended under a query, or came to nothing. It passes. */

// Shut down, crashed, starting, or (08) not reached.
const states = /^(57P0[1-3]|08...)$/;
const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT']);
const calls = new Set(['connect', 'read', 'write']);
// pg's own words come without a code, and Knex puts its statement before them.
const words = /(Connection terminated( unexpectedly)?|is not queryable)$/;

export function isConnectionLost(error: Error & { code?: unknown; syscall?: string }): boolean {
  const { code, syscall, message } = error;
  if (typeof code !== 'string') return words.test(message);
  return states.test(code) || (codes.has(code) && calls.has(syscall ?? ''));
}
