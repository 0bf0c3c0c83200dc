/** How soon Stint answers on data that is there already, and how much memory it takes when nobody asks. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';
import { nodeFlags, readResidentMegabytes, startProcess, stopProcess } from './processes.ts';
import type { Stage } from './stage.ts';
import type { TableRow } from './table.ts';

const IDLE_MS = 5_000;
const STARTS = 3;
const startScript = fileURLToPath(new URL('../core/start.js', import.meta.url));

export async function measureStart(stage: Stage): Promise<TableRow[]> {
  console.error('Measuring: start and memory …');
  const web = await startProcess('web', stage.small.connectionString);
  await fetch(`${web.url}/healthz`);
  await sleep(IDLE_MS);
  const idle = await web.residentMegabytes();
  await web.stop();

  await stage.stopDatabase();
  const starts: { seconds: number; megabytes: number }[] = [];
  for (let i = 0; i < STARTS; i += 1) starts.push(await measureOne(stage.dataDir));
  const seconds = median(starts.map((start) => start.seconds));
  const whole = median(starts.map((start) => start.megabytes));
  return [
    {
      what: 'web process, idle',
      ours: `${idle.toFixed(0)} MB`,
      target: '< 150 MB',
      isMet: idle < 150,
    },
    {
      what: 'npm start (web and worker), idle',
      ours: `${whole.toFixed(0)} MB`,
      target: 'for information',
    },
    {
      what: 'warm start to first answer',
      ours: `${seconds.toFixed(2)} s`,
      target: '< 3 s',
      isMet: seconds < 3,
    },
  ];
}

async function measureOne(dataDir: string): Promise<{ seconds: number; megabytes: number }> {
  const port = await findFreePort();
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, PORT: String(port) };
  delete env.DATABASE_URL;
  const begin = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, startScript], {
    env: { ...env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`core/start.js ended with ${child.exitCode}`);
      await sleep(10);
    }
    const seconds = (performance.now() - begin) / 1000;
    await sleep(IDLE_MS);
    return { seconds, megabytes: await readResidentMegabytes(child.pid as number) };
  } finally {
    await stopProcess(child);
  }
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
  return response?.status === 200;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
