/** Runs a piece of JavaScript in a process of its own, so that what it does can be told apart. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const PATIENCE_MS = 20_000;

/** What it printed. @throws Error with what it said, when it fails or does not end */
export async function runModule(source: string, cwd: string): Promise<string> {
  // Through a shell: some test runners load themselves into every Node process that is started.
  const command = 'unset NODE_OPTIONS; exec "$0" --input-type=module --eval "$1"';
  try {
    const { stdout } = await promisify(execFile)('sh', ['-c', command, process.execPath, source], {
      cwd,
      timeout: PATIENCE_MS,
    });
    return stdout.trim().split('\n').at(-1) ?? '';
  } catch (error) {
    const { killed, stderr, message } = error as { killed: boolean; stderr: string } & Error;
    throw new Error(
      killed ? 'The process does not end: something is left open.' : stderr || message,
    );
  }
}
