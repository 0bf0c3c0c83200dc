/** Runs the tests of a plugin, with one PostgreSQL for all of its files. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { borrowServer } from '../testkit/own-server.ts';

export async function runTests(folder: string): Promise<number> {
  const { connectionString, giveBack } = await borrowServer();
  try {
    const child = spawn(process.execPath, ['--test'], {
      cwd: folder,
      stdio: 'inherit',
      env: { ...process.env, STINT_TEST_DATABASE_URL: connectionString },
    });
    const [code] = await once(child, 'exit');
    return code ?? 1;
  } finally {
    await giveBack();
  }
}
