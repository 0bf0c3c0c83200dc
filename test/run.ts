/**
 * Runs the test suite: starts one PostgreSQL, migrates a template that every test file clones, and
 * hands over to tap. `npm test -- test/clients` runs a part.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
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

const folder = await mkdtemp(join(tmpdir(), 'stint-test-'));
const server = await startTestServer(folder);
try {
  const env = { ...process.env, STINT_TEST_DATABASE_URL: server.connectionString };
  const built = await run('tap', ['build']);
  process.exitCode = built || (await run('tap', ['run', ...process.argv.slice(2)], env));
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
