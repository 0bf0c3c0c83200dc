/**
 * The PostgreSQL of a test process: the one that its runner started (`STINT_TEST_DATABASE_URL`), or one
 * of its own, which runs while somebody uses it and leaves nothing behind.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from './server.ts';

export interface BorrowedServer {
  connectionString: string;
  /** The last one to give it back stops it. */
  giveBack(): Promise<void>;
}

let folder: string | undefined;
let borrowers = 0;
let running: Promise<TestServer> | undefined;
let stopping: Promise<void> | undefined;

export async function borrowServer(): Promise<BorrowedServer> {
  const url = process.env.STINT_TEST_DATABASE_URL;
  if (url) return { connectionString: url, giveBack: async () => {} };
  borrowers += 1;
  running ??= start();
  const { connectionString } = await running;
  return { connectionString, giveBack };
}

async function start(): Promise<TestServer> {
  await stopping;
  folder ??= makeFolder();
  return startTestServer(folder);
}

async function giveBack(): Promise<void> {
  borrowers -= 1;
  if (borrowers > 0 || !running) return;
  const server = running;
  running = undefined;
  stopping = server.then(({ stop }) => stop());
  await stopping;
}

// Kept until the process ends: a second start on it takes a fraction of the first.
function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'stint-testkit-'));
  process.once('exit', () => {
    if (running) killServer(made);
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}

/** For a process that ends without stopping its hosts: its data is worth nothing any more. */
function killServer(folder: string): void {
  try {
    const [pid] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}
