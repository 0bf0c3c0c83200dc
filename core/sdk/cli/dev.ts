/** Runs Stint with one plugin, and starts it anew whenever a file of the plugin changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../../start.js', import.meta.url));
const SETTLE_MS = 200;

export async function runDev(folder: string): Promise<number> {
  const env = {
    DATA_DIR: join(tmpdir(), `stint-dev-${basename(folder)}`),
    ...process.env,
    PLUGINS: folder,
  };
  const abort = new AbortController();
  let child = launch(env);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  let restart: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();
  try {
    for await (const { filename } of watch(folder, { recursive: true, signal: abort.signal })) {
      if (filename === null || /(^|\/)(node_modules|\.)/.test(filename)) continue;
      clearTimeout(restart);
      restart = setTimeout(() => {
        turn = turn.then(async () => {
          console.log(`${filename} changed: starting anew.`);
          await end(child);
          child = launch(env);
        });
      }, SETTLE_MS);
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
  clearTimeout(restart);
  await turn;
  await end(child);
  return 0;
}

function launch(env: NodeJS.ProcessEnv): ChildProcess {
  // In a group of its own: Ctrl-C would reach it twice, and the second time means "at once".
  return spawn(process.execPath, [start], { env, stdio: 'inherit', detached: true });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
