// Starts and stops the PostgreSQL process of a cluster. It does not wait for readiness, and it
// signals a pid only after making sure that it is this cluster's server.

import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, buildServerEnvironment } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import type { Identity } from './identity.ts';
import { openServerLog } from './log-file.ts';
import type { Log } from './options.ts';
import { isPostgresOf } from './postmaster-file.ts';
import { SOCKET_PORT } from './socket-folder.ts';

export interface LaunchedServer {
  pid: number;
  hasExited(): boolean;
  readLog(): string;
}

interface LaunchPlan {
  folder: DataFolder;
  binaries: Binaries;
  identity: Identity;
  socketFolder: string;
  settings: Record<string, string>;
}

const FAST_SHUTDOWN_PATIENCE_MS = 60_000;
const POLL_MS = process.platform === 'linux' ? 5 : 50;

export function launchServer(plan: LaunchPlan): LaunchedServer {
  const { folder, binaries, identity } = plan;
  const log = openServerLog(folder, identity.owner);
  const args = ['-D', folder.cluster];
  for (const [name, value] of Object.entries(buildSettings(plan)))
    args.push('-c', `${name}=${value}`);
  const [file, wrapped] = identity.wrapCommand(binaries.postgres, args);
  const child = spawn(file, wrapped, {
    cwd: '/',
    // A session of its own: the terminal's Ctrl-C must reach Stint only, which then stops in order.
    detached: true,
    env: buildServerEnvironment(binaries, folder.libraries),
    stdio: ['ignore', log.fileDescriptor, log.fileDescriptor],
    ...(identity.spawnAsOwner ? identity.owner : {}),
  });
  log.close();
  let failure = '';
  child.once('error', (error) => {
    failure = error.message;
  });
  child.unref();
  return {
    pid: child.pid ?? 0,
    hasExited: () => failure !== '' || child.exitCode !== null || child.signalCode !== null,
    readLog: () => failure || log.readNew(),
  };
}

/** Resolves when the process is gone. Clients that are still connected are cut off. */
export async function stopServer(pid: number, folder: DataFolder, log?: Log): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes a checkpoint and exits.
  if (await signalUntilGone({ pid, folder, signal: 'SIGINT' })) return;
  log?.warn(
    `PostgreSQL (pid ${pid}) on ${folder.root} does not stop: forcing it, the next start recovers`,
  );
  await signalUntilGone({ pid, folder, signal: 'SIGQUIT' });
}

async function signalUntilGone(target: {
  pid: number;
  folder: DataFolder;
  signal: 'SIGINT' | 'SIGQUIT';
}): Promise<boolean> {
  if (!isPostgresOf(target.pid, target.folder)) return true;
  try {
    process.kill(target.pid, target.signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  const deadline = Date.now() + FAST_SHUTDOWN_PATIENCE_MS;
  while (Date.now() < deadline) {
    if (!isPostgresOf(target.pid, target.folder)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

// Sized for a small machine. What keeps the server private comes last, so that nothing overrides it.
function buildSettings({ socketFolder, settings }: LaunchPlan): Record<string, string> {
  return {
    shared_buffers: '128MB',
    max_connections: '100',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The queries are short: compiling them costs more than it saves.
    jit: 'off',
    wal_compression: 'on',
    ...settings,
    // summariseLog and the retries of a start read the messages.
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_permissions: '0700',
    // A list whose entries may be quoted: a path may hold commas.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
  };
}
