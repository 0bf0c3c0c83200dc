/**
 * Tasks and schedules run twice, as they may: the second time changes nothing. Payloads are those that
 * the plugin itself adds when people work, or made up from their schema.
 */
import assert from 'node:assert/strict';
import { type CronSchedule, PluginError } from '@stint/plugin';
import { runAs } from '../../../plugin-host/owner.ts';
import { findPerson } from '../../../plugin-host/people.ts';
import { createTestHost, type TestHost } from '../test-host.ts';
import { readState } from './contents.ts';
import { workADay } from './day-of-work.ts';
import { findFacts, tell } from './facts.ts';
import { type Schema, sampleOf } from './sample.ts';

const MOST_PAYLOADS = 5;

export async function checkRepetitions(folder: string): Promise<void> {
  const host = await createTestHost({ plugin: folder });
  try {
    const { tasks, crons } = host.host.get(host.plugin.id)?.run?.registrations ?? {};
    if (!tasks?.size && !crons?.size) return;
    await workADay(host);
    for (const fact of await findFacts(host)) await tell(host, fact, 'it fails at');
    for (const [name, { declaration, run }] of tasks ?? []) {
      const added = await findPayloads(host, name);
      const payloads = added.length > 0 ? added : [sampleOf(declaration.payload as Schema)];
      const { signal } = new AbortController();
      for (const payload of payloads) {
        await runTwice(host, `the task ${name}`, () =>
          run(payload as never, { id: '0', attempt: 1, signal }),
        );
      }
    }
    for (const [name, schedule] of crons ?? []) {
      await runTwice(host, `the schedule ${name}`, () => runSchedule(host, schedule));
    }
  } finally {
    await host.stop();
  }
}

async function findPayloads({ db, plugin }: TestHost, task: string): Promise<unknown[]> {
  const { rows } = await db.raw(
    `SELECT DISTINCT j.payload::jsonb -> 'payload' AS payload FROM graphile_worker._private_jobs j
     WHERE j.payload ->> 'plugin' = ? AND j.payload ->> 'task' = ? LIMIT ?`,
    [plugin.id, task, MOST_PAYLOADS],
  );
  return rows.map((row: { payload: unknown }) => row.payload);
}

async function runTwice(host: TestHost, what: string, run: () => Promise<void>): Promise<void> {
  const states = [];
  for (const time of ['', ' a second time']) {
    try {
      await runAs(host.plugin.id, run);
    } catch (error) {
      if (!isMeant(error)) assert.fail(`${what} fails${time}: ${(error as Error).stack}`);
    }
    states.push(await readState(host.db, host.plugin.id));
  }
  assert.deepEqual(states[1], states[0], `${what} run twice is not the same as once`);
}

/** It says that something is missing, or the other side is: nothing is here. */
function isMeant(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof PluginError || String(code).startsWith('STINT_ERR_OUTGOING_');
}

async function runSchedule(host: TestHost, schedule: CronSchedule): Promise<void> {
  if (schedule.pattern !== undefined) return schedule.run({ at: host.clock.now() });
  const { id } = await host.db('users').orderBy('id').first('id');
  const user = await findPerson(host.db, id);
  const context = host.host.get(host.plugin.id)?.run?.context;
  if (!user || !context) return;
  const local_date = host.clock.now().toISOString().slice(0, 10);
  if (schedule.perUser !== undefined) {
    return schedule.run({ user, local_date, settings: await context.settings.user(id) });
  }
  const connection = await context.connections.ofUser(id);
  if (connection) await schedule.run({ user, local_date, connection });
}
