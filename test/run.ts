/**
 * Runs the test suite: starts one PostgreSQL, migrates a template that every test file clones, and
 * hands over to tap. `npm test -- test/timer` runs a part. With `--e2e` it is the stories in a browser,
 * with `--faults` what becomes of real processes that are killed and cut off.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { glob, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from './fixtures/server.ts';

async function run(command: string, args: string[], env = process.env): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

// tap compiles its runner to the plugins of `.taprc` once after an install; a second run at the same
// time must not do it again under the feet of the first.
const marker = new URL('../node_modules/.tap-is-built', import.meta.url);

async function buildRunner(): Promise<number> {
  if (existsSync(marker)) return 0;
  const code = await run('tap', ['build']);
  if (code === 0) await writeFile(marker, '');
  return code;
}

/** A folder among the arguments stands for the tests below it. */
function toPattern(argument: string): string {
  const isFolder = statSync(argument, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? join(argument, '**/*.test.ts') : argument;
}

const others: Record<string, string> = {
  '--e2e': 'test/e2e/*.e2e.ts',
  '--faults': 'test/faults/*.fault.ts',
};

/** What to run, and how: a story takes longer than a test, and Chromium needs room. */
async function tapArguments([first, ...rest]: string[]): Promise<string[]> {
  const pattern = first && others[first];
  if (!pattern) return [first, ...rest].filter((one) => one !== undefined).map(toPattern);
  const stories = rest.length > 0 ? rest : await Array.fromAsync(glob(pattern));
  return ['--timeout=300', ...stories.toSorted()];
}

const folder = await mkdtemp(join(tmpdir(), 'stint-test-'));
const server = await startTestServer(folder);
try {
  const env = { ...process.env, STINT_TEST_DATABASE_URL: server.connectionString };
  const wanted = await tapArguments(process.argv.slice(2));
  process.exitCode = (await buildRunner()) || (await run('tap', ['run', ...wanted], env));
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
