/** Runs commands as an author does: in a folder of their own, without what a test runner adds to Node. */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export async function runAsAuthor(
  script: string,
  cwd: string,
): Promise<{ code: number | null; output: string }> {
  const shell = `unset NODE_OPTIONS NODE_TEST_CONTEXT; set -e\n${script}`;
  const child = spawn('bash', ['-c', shell], {
    cwd,
    env: {
      ...process.env,
      STINT: repository.replace(/\/$/, ''),
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      NODE_NO_WARNINGS: '1',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}
