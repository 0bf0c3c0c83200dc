/**
 * How fast events that wait reach a plugin, beside the queue's own jobs that do nothing. An event is
 * drained when the plugin's handler was called with it and the job that called it is recorded as done:
 * taken out of the outbox, put into a job, read, delivered within its deadline, the job deleted.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../core/infra/database.ts';
import type { Drained } from './drainer.ts';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { folderOf, removeFolder, writePlugin } from './plugin-folder.ts';
import { nodeFlags, stopProcess } from './processes.ts';
import { databaseOf, type Stage } from './stage.ts';
import type { TableRow } from './table.ts';

const NAME = 'drain';
const EVENTS = 10_000;
const MANY_EVENTS = 100_000;
const LEAST = 0.6;
const types = ['timer.started', 'timer.stopped'];
const program = fileURLToPath(new URL('./drainer.ts', import.meta.url));

export async function compareDrain(
  { small }: Stage,
  { rounds, only, profile }: BenchOptions,
): Promise<TableRow[]> {
  if (!NAME.includes(only)) return [];
  console.error(`Measuring: ${NAME} …`);
  await small.db.raw('CREATE DATABASE drain TEMPLATE ground');
  const connectionString = databaseOf(small.connectionString, 'drain');
  const db = openDatabase(connectionString, 2);

  async function run(wanted: number, plugin?: string): Promise<Drained> {
    const { SECRET_KEY: _, PLUGINS: __, ...inherited } = process.env;
    const child = fork(program, {
      env: {
        ...inherited,
        DATABASE_URL: connectionString,
        DATA_DIR: folderOf(NAME),
        ...(plugin && { BENCH_PLUGIN: plugin }),
      },
      execArgv: [...nodeFlags, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
    });
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`drainer.ts ended with ${code}`);
    });
    failed.catch(() => {});
    const [drained]: Drained[] = await Promise.race([once(child, 'message'), failed]);
    await stopProcess(child);
    if (drained?.done !== wanted) throw new Error(`${drained?.done} of ${wanted} were done`);
    return drained;
  }

  async function drainEvents(count: number, plugin: string): Promise<Drained> {
    // As the plugin subscribes when it starts; here it has to be known before.
    const subscription = types.map((type) => ({ type, plugin_id: 'drain' }));
    await db('event_subscriptions').insert(subscription).onConflict().ignore();
    await db.raw(
      `SELECT record_change((:types::text[])[1 + id % 2], 'time_entry',
         jsonb_build_object('at', now(), 'actor_id', user_id, 'via', 'web'), NULL, to_jsonb(e))
       FROM (SELECT * FROM time_entries ORDER BY id LIMIT 10000) AS e, generate_series(1, :times)`,
      { types, times: count / EVENTS },
    );
    await db.raw('VACUUM ANALYZE event_outbox, events, graphile_worker._private_jobs');
    return run(count, plugin);
  }

  async function drainJobs(): Promise<Drained> {
    await db.raw(
      `SELECT graphile_worker.add_jobs(array(
         SELECT json_populate_record(NULL::graphile_worker.job_spec, '{"identifier": "noop"}')
         FROM generate_series(1, ?)))`,
      [EVENTS],
    );
    await db.raw('VACUUM ANALYZE graphile_worker._private_jobs');
    return run(EVENTS);
  }

  try {
    const plugin = await writePlugin(folderOf(NAME), {
      id: 'drain',
      stint: { contributes: { events: types } },
      code: `globalThis.heardEvents = new Set();
export default {
  setup(ctx) {
    ctx.on(${JSON.stringify(types)}, ({ id }) => void globalThis.heardEvents.add(id));
  },
};
`,
    });
    const events: Drained[] = [];
    const jobs: Drained[] = [];
    for (let round = 0; round < rounds; round += 1) {
      events.push(await drainEvents(EVENTS, plugin));
      jobs.push(await drainJobs());
    }
    const rate = (runs: Drained[]) => median(runs.map(({ seconds }) => EVENTS / seconds));
    const ratio = median(jobs.map((one, i) => one.seconds / (events[i] as Drained).seconds));
    const many = await drainEvents(MANY_EVENTS, plugin);
    const { peak, before } = many.megabytes;
    return [
      {
        what: `drain ${EVENTS} events : no-op jobs`,
        ours: `${Math.round(rate(events))}/s`,
        bare: `${Math.round(rate(jobs))}/s`,
        ratio: `${Math.round(ratio * 100)} %`,
        target: `>= ${LEAST * 100} %`,
        isMet: ratio >= LEAST,
      },
      {
        what: `memory while ${MANY_EVENTS} events drain : before`,
        ours: `${peak.toFixed(0)} MB`,
        bare: `${before.toFixed(0)} MB`,
        ratio: `${Math.round(MANY_EVENTS / many.seconds)}/s`,
        target: 'for information',
      },
    ];
  } finally {
    await db.destroy();
    await removeFolder(NAME);
  }
}
