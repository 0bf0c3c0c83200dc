/**
 * What plugins that listen cost the person who starts and stops a timer: the same calls, one after the
 * other, on whole applications whose plugins subscribe to both events, by turns. People press a button
 * now and then, so the calls are paced, and what follows them runs beside them.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf, removeFolder, writePlugin } from './plugin-folder.ts';
import type { ServerProcess } from './processes.ts';
import { databaseOf, type Stage } from './stage.ts';
import type { TableRow } from './table.ts';
import { startWhole } from './whole.ts';

const NAME = 'subscribers';
const targets = [
  { subscribers: 0, most: 0.05 },
  { subscribers: 1, most: 0.15 },
  { subscribers: 10, most: 0.6 },
];
const PAIRS_PER_ROUND = 50;
const WARM_UP_PAIRS = 50;
const PACE_MS = 50;
const folder = folderOf(NAME);

export async function compareSubscribers(
  { small }: Stage,
  { rounds, only }: BenchOptions,
): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  console.error(`Measuring: ${NAME} …`);
  const token = small.callers[0]?.token as string;
  const servers: ServerProcess[] = [];
  try {
    // A core without any plugin, and one for each target.
    for (const count of [undefined, ...targets.map(({ subscribers }) => subscribers)]) {
      const name = `subscribers_${count ?? 'none'}`;
      await small.db.raw('CREATE DATABASE ?? TEMPLATE ground', [name]);
      servers.push(
        await startWhole({
          DATABASE_URL: databaseOf(small.connectionString, name),
          DATA_DIR: join(folder, name),
          RATE_LIMIT_PER_MINUTE: '1000000',
          PLUGINS: (await writePlugins(name, count)).join(),
        }),
      );
    }
    const times = servers.map((): number[] => []);
    // Pair by pair, each time in another order: a machine drifts within seconds.
    for (let pair = -WARM_UP_PAIRS; pair < rounds * PAIRS_PER_ROUND; pair += 1) {
      for (let turn = 0; turn < servers.length; turn += 1) {
        const i = (Math.abs(pair) + turn) % servers.length;
        const milliseconds = await timePair(servers[i]?.url as string, token);
        if (pair >= 0) times[i]?.push(milliseconds);
        await sleep(PACE_MS);
      }
    }
    const [bare, ...measured] = times.map(median) as [number, ...number[]];
    return targets.map(({ subscribers, most }, i): TableRow => {
      const ratio = (measured[i] as number) / bare - 1;
      return {
        what: `start and stop, ${subscribers} subscribers : no plugin`,
        ours: `${measured[i]?.toFixed(2)} ms`,
        bare: `${bare.toFixed(2)} ms`,
        ratio: `${ratio < 0 ? '' : '+'}${(ratio * 100).toFixed(0)} %`,
        target: `<= +${most * 100} %`,
        isMet: ratio <= most,
      };
    });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await removeFolder(NAME);
  }
}

/** With `count` 0 there is one plugin, which subscribes to something else. */
async function writePlugins(name: string, count: number | undefined): Promise<string[]> {
  if (count === undefined) return [];
  const events = count === 0 ? ['client.created'] : ['timer.started', 'timer.stopped'];
  return Promise.all(
    Array.from({ length: Math.max(count, 1) }, (_, i) =>
      writePlugin(join(folder, name), {
        id: `subscriber_${i}`,
        stint: { contributes: { events } },
        code: `import { definePlugin } from '@stint/plugin';
export default definePlugin({
  setup(ctx) {
    ctx.on(${JSON.stringify(events)}, async () => {});
  },
});
`,
      }),
    ),
  );
}

/** Milliseconds of a start with its stop. */
async function timePair(url: string, token: string): Promise<number> {
  const call = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/v1/timer/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status >= 300) throw new Error(`${path}: ${response.status} ${text}`);
  };
  const begin = performance.now();
  await call('start', { description: 'Header and navigation' });
  await call('stop', {});
  return performance.now() - begin;
}
