/** Server processes of the benchmark: started with a database, stopped at its end. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  url: string;
  /** Memory in use, in megabytes. */
  residentMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

const root = new URL('..', import.meta.url);

/** What `npm start` gives to Node: the benchmark's servers are started the same way. */
export const nodeFlags: string[] =
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).scripts.start.match(/--\S+/g) ??
  [];
const compileCache = fileURLToPath(new URL('node_modules/.cache/stint', root));

export type Program = 'web' | 'yardstick';

export async function startProcess(
  program: Program,
  connectionString: string,
  profile?: string,
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(`./${program}.ts`, import.meta.url)), {
    env: {
      ...process.env,
      DATABASE_URL: connectionString,
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: compileCache,
    },
    execArgv: [...nodeFlags, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`${program}.ts ended with ${code}`)));
  });
  return {
    url,
    residentMegabytes: () => readResidentMegabytes(child.pid as number),
    stop: () => stopProcess(child),
  };
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Linux only, as is the promise of 150 MB. */
export async function readResidentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1024;
}
