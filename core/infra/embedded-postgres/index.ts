// PostgreSQL for those who bring none: real server binaries from an npm package, a private cluster
// in the data folder, a Unix socket and nothing else. This is the entry; the rest is its inside.

export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './options.ts';
export { findRunningEmbeddedPostgres } from './running-server.ts';
export { startEmbeddedPostgres } from './start.ts';
