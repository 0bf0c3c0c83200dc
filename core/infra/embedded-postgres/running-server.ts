// The server in the hands of its owner: its connection string, its stop, and the watch over the
// ownership. Also the look at someone else's running server, which takes nothing.

import type pg from 'pg';
import { buildConnectionString, DATABASE, tryConnect } from './connection.ts';
import { type DataFolder, describeDataFolder } from './data-folder.ts';
import type { EmbeddedPostgres, Log } from './options.ts';
import { keepOwnership, LOCK_DATABASE } from './ownership.ts';
import { readPassword } from './password.ts';
import { isPostgresOf, type RecordedServer, readRecordedServer } from './postmaster-file.ts';
import { stopServer } from './server-process.ts';
import { removeShortFolder } from './socket-folder.ts';

interface Charge {
  folder: DataFolder;
  server: RecordedServer;
  client: pg.Client;
  password: string;
  adopted: boolean;
  runsAs: string;
  log: Log | undefined;
}

export function takeCharge(charge: Charge): EmbeddedPostgres {
  const { folder, server, client, password, adopted, runsAs, log } = charge;
  const address = { socketFolder: server.socketFolder, password };
  const ownership = keepOwnership({
    client,
    reconnect: async () => {
      const outcome = await tryConnect(address, LOCK_DATABASE);
      return outcome.kind === 'connected' ? outcome.client : undefined;
    },
    isServerAlive: () => isPostgresOf(server.pid, folder),
    warn: (what) =>
      log?.warn(`The connection that holds ${folder.root} ${what} (see ${folder.logFile})`),
  });
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    ownership.expectLoss();
    await stopServer(server.pid, folder, log);
    removeShortFolder(server.socketFolder);
    await ownership.release();
  };
  return {
    connectionString: buildConnectionString(address),
    adopted,
    runsAs,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** For scripts beside the application: the connection string of the living server, if there is one. */
export async function findRunningEmbeddedPostgres(dataDir: string): Promise<string | undefined> {
  const folder = describeDataFolder(dataDir);
  const server = await readRecordedServer(folder);
  if (!server?.isAlive || server.socketFolder === '') return undefined;
  const address = { socketFolder: server.socketFolder, password: readPassword(folder) };
  const outcome = await tryConnect(address, DATABASE);
  if (outcome.kind !== 'connected') return undefined;
  await outcome.client.end();
  return buildConnectionString(address);
}
