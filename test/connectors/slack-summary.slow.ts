/**
 * Summaries of the day in real processes that are killed: while they look who is due, in the middle of a schedule,
 * in the middle of sending, and between two attempts. One of the people moves around the world meanwhile.
 */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { Temporal } from 'temporal-polyfill';
import { startSlack, TOKEN } from '../../plugins/slack-connector/test/slack-server.ts';
import { call, type PluginProcess, startProcesses, until } from '../fixtures/plugin-processes.ts';

const folder = fileURLToPath(new URL('../../plugins/slack-connector', import.meta.url));
const own = ['read:slack_connector', 'write:slack_connector'];
const limits = { heartbeatMs: 200, sweepMs: 300, deadAfterMs: 1500 };

// With the nights on which Los Angeles, Berlin and Auckland change their clocks.
const BEGIN = '2025-03-01T00:00:00Z';
const DAYS = 48;
const AT = '18:00';
// Where the traveller is from that day on: around the world, westwards and back.
const journey: Record<number, string> = {
  0: 'Europe/Berlin',
  9: 'America/Los_Angeles',
  19: 'Asia/Tokyo',
  26: 'Pacific/Auckland',
  37: 'Europe/Berlin',
};

interface Resident {
  token: string;
  name: string;
  zone: string;
}

t.test('each day has its summary once, however often the process dies', async (t) => {
  const slack = await startSlack();
  t.teardown(() => slack.stop());
  const processes = await startProcesses(t);
  const { db } = processes;
  const home = await mkdtemp(join(tmpdir(), 'stint-clock-'));
  t.teardown(() => rm(home, { recursive: true, force: true }));
  const CLOCK_FILE = join(home, 'now');
  const setClock = (at: Temporal.Instant) => writeFile(CLOCK_FILE, at.toString());
  const start = () =>
    processes.spawn([folder], limits, { CLOCK_FILE, OUTGOING_ALLOW_PRIVATE: '127.0.0.1' });

  await setClock(Temporal.Instant.from(BEGIN));
  let stint = await start();
  const admin = await processes.person('admin');
  const path = '/plugins/slack_connector/settings';
  const settings = { base_url: slack.url, bot_token: TOKEN };
  t.equal((await call(stint, admin.token, ['PUT', path], settings)).status, 200);
  const residents: Resident[] = [];
  for (const zone of ['Europe/Berlin', 'Asia/Kolkata']) {
    const { id, token } = await processes.person('member', own);
    const config = {
      channel_id: 'C0001',
      daily_summary: true,
      daily_summary_time: AT,
      notify_on_start: false,
      notify_on_stop: false,
    };
    const saved = await call(stint, token, ['POST', '/api/plugins/slack_connector/config'], config);
    t.equal(saved.status, 200);
    t.equal((await call(stint, token, ['PATCH', '/me'], { time_zone: zone })).status, 200);
    await db.raw(
      `INSERT INTO time_entries (user_id, description, start_time, end_time, source)
       SELECT ?, '', d, d + interval '10 minutes', 'manual'
       FROM generate_series('2025-02-27'::timestamptz, '2025-04-25', interval '30 minutes') d`,
      [id],
    );
    const { name } = await db('users').where({ id }).first();
    residents.push({ token, name, zone });
  }

  const waiting = () =>
    db('graphile_worker.jobs').whereIn('task_identifier', [
      'plugin_crons',
      'plugin_cron',
      'plugin_task',
    ]);
  const settle = () =>
    until('all jobs are done', 60, async () => {
      // What is to be tried again waits for minutes by the clock on the wall.
      await db.raw(
        `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL AND run_at > now()`,
      );
      return (await waiting()).length === 0;
    });
  const tick = () => db.raw(`SELECT graphile_worker.add_job('plugin_crons')`);
  const isRunning = (task: string) => async () =>
    (await waiting().where({ task_identifier: task }).whereNotNull('locked_at')).length > 0;

  // What holds a job in its middle is the database: it waits for a table that the test keeps to itself.
  async function killWhile(task: string, table: string): Promise<void> {
    await db.transaction(async (trx) => {
      await trx.raw(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      await tick();
      await until(`${task} runs`, 20, isRunning(task));
      await stint.kill('SIGKILL');
    });
  }
  const deaths: Record<string, () => Promise<void>> = {
    'while it looks at the schedules': () => killWhile('plugin_crons', 'plugin_daily_runs'),
    'in the middle of a schedule': () =>
      killWhile('plugin_cron', 'plugin_slack_connector.messages'),
    'when Slack has taken the message': async () => {
      const dying: PluginProcess = stint;
      slack.onPosted = async () => {
        slack.onPosted = undefined;
        await dying.kill('SIGKILL');
      };
      await tick();
      await once(dying.child, 'exit');
    },
    'between two attempts': async () => {
      slack.illness = { status: 503 };
      const { asked } = slack;
      await tick();
      await until('Slack was asked', 20, async () => slack.asked > asked);
      await until('the attempt is over', 20, async () => !(await isRunning('plugin_task')()));
      await stint.kill('SIGKILL');
      slack.illness = undefined;
    },
  };

  const expected = new Set<string>();
  const died: string[] = [];
  const [traveller] = residents as [Resident];
  for (let day = 0; day < DAYS; day += 1) {
    const zone = journey[day];
    if (zone) {
      traveller.zone = zone;
      const moved = await call(stint, traveller.token, ['PATCH', '/me'], { time_zone: zone });
      t.equal(moved.status, 200);
    }
    for (let hour = 0; hour < 24; hour += 1) {
      // Where clocks are half an hour apart, at half past.
      for (const minute of [0, 30]) {
        const now = Temporal.Instant.from(BEGIN).add({ hours: day * 24 + hour, minutes: minute });
        const due = residents.filter(({ zone }) => {
          const { hour, minute } = now.toZonedDateTimeISO(zone);
          return hour === 18 && minute === 0;
        });
        if (due.length === 0) continue;
        const { size } = expected;
        for (const { name, zone } of due)
          expected.add(`${name}, ${now.toZonedDateTimeISO(zone).toPlainDate()}`);
        await setClock(now);
        // West of where it was sent, the hour comes again on the same day: nothing is due, and nothing to die in.
        const isNew = expected.size > size;
        if (isNew && due.includes(traveller) && died.length < (day + 1) / 3) {
          const names = Object.keys(deaths);
          const name = names[died.length % names.length] as string;
          died.push(name);
          await deaths[name]?.();
          t.ok(stint.child.signalCode, `killed ${name}`);
          stint = await start();
        }
        // By whoever looks at the schedules in that minute, and in the next.
        await tick();
        await settle();
        await setClock(now.add({ minutes: 1 }));
        await tick();
        await settle();
      }
    }
  }
  await stint.kill();

  const told = slack.posted.map(({ text = '' }) => /^\*(.+, [\d-]+)\*/.exec(text)?.[1]);
  t.same(told.toSorted(), Array.from(expected).toSorted());
  t.ok(died.length >= 15, `${died.length} deaths`);
  const outcomes = await db('plugin_slack_connector.messages').distinct('outcome').pluck('outcome');
  t.same(outcomes.toSorted(), ['sent', 'unknown']);
});
