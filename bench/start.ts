/** How soon Stint answers on data that is there already, and how much memory it takes when nobody asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { generateKey } from '../core/secrets/key-ring.ts';
import { median } from './measure.ts';
import { databaseOf, type Stage } from './stage.ts';
import type { TableRow } from './table.ts';
import { startWhole } from './whole.ts';

const IDLE_MS = 5_000;
const STARTS = 3;

export async function measureStart(stage: Stage): Promise<TableRow[]> {
  console.error('Measuring: start and memory …');
  // A database of its own: the key that it begins with is not that of the data folder.
  await stage.small.db.raw('CREATE DATABASE idle TEMPLATE ground');
  const DATABASE_URL = databaseOf(stage.small.connectionString, 'idle');
  const web = await startWhole({ DATABASE_URL, SECRET_KEY: generateKey() }, 'web');
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
  const begin = performance.now();
  const whole = await startWhole({ DATA_DIR: dataDir });
  try {
    const seconds = (performance.now() - begin) / 1000;
    await sleep(IDLE_MS);
    return { seconds, megabytes: await whole.residentMegabytes() };
  } finally {
    await whole.stop();
  }
}
