/**
 * Runs a suite of tests: starts one PostgreSQL, migrates a template that every test file clones, and
 * hands over to tap. `npm test -- test/timer` runs a part. With `--slow` it is what takes minutes, with
 * `--e2e` the stories in a browser, with `--faults` what becomes of processes that are killed and cut off.
 * Ends with `# suite: N passed, N failed`.
 */
import { existsSync, statSync } from 'node:fs';
import { glob, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from './fixtures/server.ts';
import { runTap, runTapTwice } from './fixtures/tap-run.ts';

// tap compiles its runner to the plugins of `.taprc` once after an install; a second run at the same
// time must not do it again under the feet of the first.
const marker = new URL('../node_modules/.tap-is-built', import.meta.url);

async function buildRunner(): Promise<number> {
  if (existsSync(marker)) return 0;
  const { code } = await runTap(['build']);
  if (code === 0) await writeFile(marker, '');
  return code;
}

/** A folder among the arguments stands for the tests below it. */
function toPattern(argument: string): string {
  const isFolder = statSync(argument, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? join(argument, '**/*.test.ts') : argument;
}

const homes = ['test', 'plugins/*/test', 'examples/*/test', 'core/sdk/*/test'];
const others: Record<string, { files: string; timeoutSeconds: number }> = {
  '--slow': { files: '*.slow.ts', timeoutSeconds: 900 },
  '--e2e': { files: '*.e2e.ts', timeoutSeconds: 600 },
  '--faults': { files: '*.fault.ts', timeoutSeconds: 600 },
};

/** What to run, and how: a story takes longer than a test, and Chromium needs room. */
async function tapArguments([first, ...rest]: string[]): Promise<string[]> {
  const other = first && others[first];
  if (!other) return [first, ...rest].filter((one) => one !== undefined).map(toPattern);
  const patterns = homes.map((home) => `${home}/**/${other.files}`);
  const files = rest.length > 0 ? rest : await Array.fromAsync(glob(patterns));
  return [`--timeout=${other.timeoutSeconds}`, ...files.toSorted()];
}

const folder = await mkdtemp(join(tmpdir(), 'stint-test-'));
const server = await startTestServer(folder);
try {
  process.env.STINT_TEST_DATABASE_URL = server.connectionString;
  const wanted = await tapArguments(process.argv.slice(2));
  process.exitCode = (await buildRunner()) || (await runTapTwice(wanted, join(folder, 'failed')));
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
