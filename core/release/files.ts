/** Which files of a commit are part of a release: what runs, and what is read; never what only builds it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ERR_RELEASE_UNCOMMITTED } from './errors.ts';

const run = promisify(execFile);

// Every folder of a workspace stays, since `npm ci` holds package.json against the lock file.
const left = [
  /^(test|bench|\.ci)\//,
  /^plugins\/[^/]+\/test\//,
  /^(\.gitignore|\.gitattributes|\.taprc|biome\.json|tsconfig\.json)$/,
];

/** @param paths of files, from the root of the repository */
export function selectReleased(paths: string[]): string[] {
  return paths.filter((path) => !left.some((pattern) => pattern.test(path))).sort();
}

/** What git knows of the repository in `root`. */
export async function listCommitted(root: string): Promise<string[]> {
  const { stdout } = await run('git', ['ls-files', '-z'], { cwd: root, maxBuffer: 2 ** 26 });
  return stdout.split('\0').filter(Boolean);
}

/**
 * A release is of a commit: whoever has it can make the same one.
 * @returns the instant of the commit
 * @throws STINT_ERR_RELEASE_UNCOMMITTED naming what differs
 */
export async function requireCommitted(root: string): Promise<Date> {
  const status = await run('git', ['status', '--porcelain'], { cwd: root });
  const [first] = status.stdout.split('\n');
  if (first) throw new ERR_RELEASE_UNCOMMITTED(first.slice(3));
  const { stdout } = await run('git', ['log', '-1', '--format=%ct'], { cwd: root });
  return new Date(Number(stdout) * 1000);
}
