/**
 * What people lose by others whose accounts are ill: two hundred are synchronised by eight jobs at once, with five
 * among them that hang, break, send garbage, ask for an hour, or have pages without an end, and without.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gatherCrowd } from '../plugins/google-calendar-connector/test/fixtures/crowd.ts';
import { startTestServer } from '../test/fixtures/server.ts';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { TableRow } from './table.ts';

const NAME = 'google';
const MOST_DELAY_MS = 1000;

export async function compareGoogle({ rounds, only }: BenchOptions): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  console.error(`Measuring: ${NAME} …`);
  const folder = await mkdtemp(join(tmpdir(), 'stint-bench-'));
  const server = await startTestServer(folder);
  process.env.STINT_TEST_DATABASE_URL = server.connectionString;
  const ends: (() => unknown)[] = [() => rm(folder, { recursive: true }), () => server.stop()];
  try {
    const crowd = await gatherCrowd({ after: (end) => ends.push(end as () => unknown) });
    // The first brings the events, and takes longer for that.
    await crowd.syncAll();
    const without: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await crowd.recover();
      without.push(await crowd.syncAll());
      crowd.fallIll();
      beside.push(await crowd.syncAll());
    }
    await crowd.end();
    const [ours, bare] = [median(beside), median(without)];
    const ms = (value: number) => `${Math.round(value)} ms`;
    return [
      {
        what: '200 accounts synchronised, 5 of them ill : none ill',
        ours: ms(ours),
        bare: ms(bare),
        ratio: (ours / bare).toFixed(2),
        target: `<= ${MOST_DELAY_MS} ms more`,
        isMet: ours - bare <= MOST_DELAY_MS,
      },
    ];
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
