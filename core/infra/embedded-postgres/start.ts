// Brings up the one server of a data folder and takes ownership of it: starts it, or adopts it when
// a killed instance left it running. It never takes a server whose owner lives.

import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, findBinaries, linkLibraries } from './binaries.ts';
import { chooseIdentity, describeRunningIdentity } from './choose-identity.ts';
import { claimServer } from './claim.ts';
import { createCluster, removeUnfinished } from './cluster.ts';
import {
  checkClusterVersion,
  type DataFolder,
  describeDataFolder,
  explainFolderError,
  openDataFolder,
} from './data-folder.ts';
import { HeldError, StartFailedError } from './errors.ts';
import type { Identity } from './identity.ts';
import { summariseLog } from './log-file.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './options.ts';
import { readPassword } from './password.ts';
import { readRecordedServer, removeStaleRecords } from './postmaster-file.ts';
import { takeCharge } from './running-server.ts';
import { type LaunchedServer, launchServer, stopServer } from './server-process.ts';
import { prepareSocketFolder, removeShortFolder } from './socket-folder.ts';

interface Attempt {
  folder: DataFolder;
  binaries: Binaries;
  options: EmbeddedPostgresOptions;
  identity?: Identity;
  launched?: LaunchedServer;
  /** Why the last look found no server that answers. */
  reason: string;
}

// Long enough for the recovery of a small database, and for another instance's shutdown.
const PATIENCE_MS = 60_000;
const POLL_MS = 10;

export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folder = describeDataFolder(options.dataDir);
  const binaries = findBinaries();
  const attempt: Attempt = { folder, binaries, options, reason: '' };
  try {
    openDataFolder(folder, options.log);
    checkClusterVersion(folder, binaries.major);
    return await bringUp(attempt);
  } catch (error) {
    // A server of ours that somebody else has meanwhile taken over is no longer ours to stop.
    const { launched } = attempt;
    if (launched && !(error instanceof HeldError)) await stopServer(launched.pid, folder);
    throw explainFolderError(error, folder.root);
  }
}

// One loop for every history: each turn looks afresh at the folder, because another instance may
// start, stop or die at any moment between two looks.
async function bringUp(attempt: Attempt): Promise<EmbeddedPostgres> {
  const { folder, options } = attempt;
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const server = await readRecordedServer(folder);
    if (server?.isAlive) {
      const claim = await claimServer(folder, server);
      if (claim.kind === 'owned') {
        removeUnfinished(folder);
        const adopted = server.pid !== attempt.launched?.pid;
        const runsAs = attempt.identity?.runsAs ?? describeRunningIdentity(folder);
        return takeCharge({ ...claim, folder, server, adopted, runsAs, log: options.log });
      }
      attempt.reason = claim.reason;
    } else if (attempt.launched === undefined) {
      await launch(attempt);
    } else if (attempt.launched.hasExited()) {
      forgetFailedLaunch(attempt);
    }
    await sleep(POLL_MS);
  }
  throw new StartFailedError(
    folder.root,
    `no answer in ${PATIENCE_MS / 1000} s: ${attempt.reason}`,
  );
}

async function launch(attempt: Attempt): Promise<void> {
  const { folder, binaries, options } = attempt;
  const settings = options.settings ?? {};
  linkLibraries(binaries, folder.libraries);
  attempt.identity ??= chooseIdentity(folder, binaries);
  const { identity } = attempt;
  await createCluster({ folder, binaries, identity, isDurable: settings.fsync !== 'off' });
  checkClusterVersion(folder, binaries.major);
  readPassword(folder);

  const recorded = await readRecordedServer(folder);
  // initdb took its time: another instance may have been quicker.
  if (recorded?.isAlive) return;
  if (recorded) {
    options.log?.info(
      `Recovering the embedded PostgreSQL on ${folder.root}: it was not stopped in order`,
    );
    removeStaleRecords(folder, recorded.socketFolder);
    removeShortFolder(recorded.socketFolder);
  }
  const socketFolder = prepareSocketFolder(folder, identity);
  attempt.launched = launchServer({ folder, binaries, identity, socketFolder, settings });
}

// Two ends are no failure but a matter of time: another instance's server was quicker, or the last
// processes of a killed server have not yet noticed that it is gone.
function forgetFailedLaunch(attempt: Attempt): void {
  const text = attempt.launched?.readLog() ?? '';
  attempt.launched = undefined;
  attempt.reason = summariseLog(text);
  if (/lock file "[^"]*" (already exists|is empty)|pre-existing shared memory block/.test(text))
    return;
  throw new StartFailedError(attempt.folder.root, attempt.reason);
}
