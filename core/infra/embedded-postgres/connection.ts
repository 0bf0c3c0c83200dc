// Builds connection strings for the server's Unix socket, and says what an attempt to connect met.
// It does not pool, and it does not retry.

import pg from 'pg';
import { SOCKET_PORT } from './socket-folder.ts';

export interface ServerAddress {
  socketFolder: string;
  password: string;
}

export const DATABASE = 'stint';
export const SUPERUSER = 'stint';
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * The form that `pg` and `knex` (pg-connection-string) and libpq all read: the folder as the `host`
 * parameter. `sslmode=disable`, because a PGSSLMODE in the caller's environment would otherwise ask
 * for TLS on a socket that has none.
 */
export function buildConnectionString(address: ServerAddress, database: string = DATABASE): string {
  const credentials = `${SUPERUSER}:${encodeURIComponent(address.password)}`;
  const host = encodeURIComponent(address.socketFolder);
  return `postgresql://${credentials}@localhost:${SOCKET_PORT}/${database}?host=${host}&sslmode=disable`;
}

export type ConnectionOutcome =
  | { kind: 'connected'; client: pg.Client }
  /** Nobody listens, or the server is starting, recovering or shutting down. */
  | { kind: 'not_ready'; reason: string }
  | { kind: 'wrong_password' };

export async function tryConnect(
  address: ServerAddress,
  database: string,
): Promise<ConnectionOutcome> {
  const client = new pg.Client({
    connectionString: buildConnectionString(address, database),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'stint: owner of the data folder',
  });
  // Without a listener a connection that breaks while idle would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return { kind: 'connected', client };
  } catch (error) {
    void client.end().catch(() => {});
    const { code, message } = error as { code?: string; message: string };
    if (code === '28P01' || code === '28000') return { kind: 'wrong_password' };
    return { kind: 'not_ready', reason: message };
  }
}
