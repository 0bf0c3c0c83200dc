/** The whole application as `npm start` runs it, on a database that is there and a free port. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeFlags, readResidentMegabytes, type ServerProcess, stopProcess } from './processes.ts';

const startScript = fileURLToPath(new URL('../core/start.js', import.meta.url));

/** Resolves at the first answer. @param part its web half alone, or all of it */
export async function startWhole(
  env: NodeJS.ProcessEnv,
  part: 'web' | 'serve' = 'serve',
): Promise<ServerProcess> {
  const port = await findFreePort();
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [...nodeFlags, startScript, part], {
    env: { ...inherited, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`core/start.js ended with ${child.exitCode}`);
    await sleep(10);
  }
  return {
    url,
    residentMegabytes: () => readResidentMegabytes(child.pid as number),
    stop: () => stopProcess(child),
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/healthz`).catch(() => undefined);
  return response?.status === 200;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
